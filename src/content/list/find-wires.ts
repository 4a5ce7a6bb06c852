/**
 * Finds the elements whose text holds ciphertext. Text decides, not a site's markup: the walk goes down only where the
 * text may hold a token, and stops at the deepest element that holds one whole.
 */
import { cheapMayContain, scan } from '../../wire/scanner';
import { textOf } from './text-of';

export type WireElement = {
  readonly element: HTMLElement;
  readonly wire: string;
  readonly complete: boolean;
};

/** Above this many characters an element is a list, not a message, and is not scanned as one text. */
const MESSAGE_TEXT = 450_000;

/**
 * Every message element under `root`, `root` included.
 * @param isCutMessage whether an element with a cut token is a whole message of the site (not a preview or a quote)
 */
export function findWires(root: Element, isCutMessage: (element: Element) => boolean): WireElement[] {
  const found: WireElement[] = [];
  collect(root, isCutMessage, found);
  return found;
}

/** The ciphertext in this element now, or null. */
export function wireOf(element: Element): { wire: string; complete: boolean } | null {
  if (!cheapMayContain(element.textContent ?? '')) return null;
  const hits = scan(textOf(element));
  const hit = hits.find((candidate) => candidate.complete) ?? hits[0];
  return hit ? { wire: hit.wire, complete: hit.complete } : null;
}

function collect(
  element: Element,
  isCutMessage: (element: Element) => boolean,
  found: WireElement[],
): boolean {
  const text = element.textContent ?? '';
  if (!cheapMayContain(text)) return false;
  // Counts as found, or whatever stands around the compose box would be taken for the message.
  if (isForeign(element)) return true;
  let inside = false;
  for (const child of element.children) {
    if (collect(child, isCutMessage, found)) inside = true;
  }
  if (inside || text.length > MESSAGE_TEXT || !(element instanceof HTMLElement)) return inside;
  const hit = wireOf(element);
  if (!hit || hit.wire.length === 0) return false;
  if (!hit.complete && !isCutMessage(element)) return false;
  // Said again for screen readers alone: what they are to read is in our own frame.
  if (isUnseen(element)) return true;
  found.push({ element, ...hit });
  return true;
}

/** Ancestors among which the usual way to hide a text from the eye only is looked for. */
const STEPS = 3;

/** In a box of a pixel that cuts off what is in it: the usual way to write for screen readers alone. */
function isUnseen(element: HTMLElement): boolean {
  for (
    let at: HTMLElement | null = element, steps = 0;
    at && steps < STEPS;
    at = at.parentElement, steps += 1
  ) {
    const { position, overflow } = getComputedStyle(at);
    if (overflow !== 'hidden' || (position !== 'absolute' && position !== 'fixed')) continue;
    const { width, height } = at.getBoundingClientRect();
    if (width > 0 && height > 0 && (width <= 1 || height <= 1)) return true;
  }
  return false;
}

/** Text that nobody reads as a message: what is being typed, and what is not shown at all. */
function isForeign(element: Element): boolean {
  return (
    element instanceof HTMLScriptElement ||
    element instanceof HTMLStyleElement ||
    element instanceof HTMLTextAreaElement ||
    element.localName === 'noscript' ||
    element.localName === 'template' ||
    (element instanceof HTMLElement && element.isContentEditable)
  );
}
