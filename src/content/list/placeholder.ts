/**
 * Keeps a message's place while its text is read in the reader frame above it. The page's nodes stay as they are; the
 * element is only styled, so a framework that renders it again finds what it left.
 */
import { setImportant } from '../place-frame';

export type Size = { readonly width: number; readonly height: number };

/** Until the reader has told the height: one line of text and the line below it. */
export const FIRST_HEIGHT = 44;

export type Placeholder = {
  readonly set: (size: Size) => void;
  /** Whether the page took our style away, as frameworks do when they render a row again. */
  readonly isIntact: () => boolean;
  readonly remove: () => void;
};

/** Every element that is one now. */
const placed = new WeakMap<Node, Placeholder>();

/** Whether this is a placeholder whose style is as we left it: a change of it was ours. */
export function isPlaceholder(node: Node): boolean {
  return placed.get(node)?.isIntact() ?? false;
}

export function placePlaceholder(element: HTMLElement, isInline: boolean): Placeholder {
  const before = element.style.cssText;
  /** The style as we left it; undefined while it is the page's. */
  let applied: string | undefined;
  let size: Size = { width: 0, height: FIRST_HEIGHT };
  // The attribute's text is kept by the browser, which the declarations' is not: asking for it again costs nothing.
  const isIntact = () => element.getAttribute('style') === applied;
  const sized = () => ({
    width: size.width > 0 ? `${size.width}px` : '100%',
    height: `${size.height}px`,
  });
  const apply = () => {
    setImportant(element, {
      display: isInline ? 'inline-block' : 'block',
      boxSizing: 'border-box',
      padding: '0',
      ...sized(),
      maxWidth: '100%',
      minHeight: '0',
      // A page that cuts or shrinks the place would cut the warning under the text with it.
      maxHeight: 'none',
      transform: 'none',
      scale: 'none',
      zoom: '1',
      clipPath: 'none',
      overflow: 'hidden',
      fontSize: '0',
      lineHeight: '0',
      verticalAlign: 'top',
      visibility: 'hidden',
      // Its own text is not even laid out: of a long list that is most of the work.
      contentVisibility: 'hidden',
      userSelect: 'none',
    });
    applied = element.getAttribute('style') ?? '';
    placed.set(element, placeholder);
  };
  const placeholder: Placeholder = {
    set: (next) => {
      const isSame = next.width === size.width && next.height === size.height;
      size = next;
      if (!isIntact()) apply();
      else if (!isSame) {
        setImportant(element, sized());
        applied = element.getAttribute('style') ?? '';
      }
    },
    isIntact,
    remove: () => {
      applied = undefined;
      element.style.cssText = before;
    },
  };
  return placeholder;
}
