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

export function placePlaceholder(element: HTMLElement, isInline: boolean): Placeholder {
  const before = element.style.cssText;
  let applied = '';
  let size: Size = { width: 0, height: FIRST_HEIGHT };
  const apply = () => {
    setImportant(element, {
      display: isInline ? 'inline-block' : 'block',
      boxSizing: 'border-box',
      padding: '0',
      width: size.width > 0 ? `${size.width}px` : '100%',
      maxWidth: '100%',
      height: `${size.height}px`,
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
      userSelect: 'none',
    });
    applied = element.style.cssText;
  };
  apply();
  return {
    set: (next) => {
      size = next;
      apply();
    },
    isIntact: () => element.style.cssText === applied,
    remove: () => {
      element.style.cssText = before;
    },
  };
}
