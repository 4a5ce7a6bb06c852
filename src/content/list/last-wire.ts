/** Whether a list holds ciphertext, asked from its end: there the newest stands, and a long list's whole text is dear. */
import { cheapMayContain } from '../../wire/scanner';

/** Texts at the end among which it is looked for. */
const LAST_TEXTS = 100;

/** The last element with ciphertext near the end of the list; null where there is none. */
export function lastWire(list: Element): Element | null {
  const texts = document.createTreeWalker(list, NodeFilter.SHOW_TEXT);
  // Down to the very last.
  while (texts.lastChild());
  for (let left = LAST_TEXTS; left > 0; left -= 1) {
    const { currentNode } = texts;
    if (currentNode instanceof Text && cheapMayContain(currentNode.data)) return currentNode.parentElement;
    if (!texts.previousNode()) break;
  }
  return null;
}

/** Whether there may be ciphertext anywhere in it. */
export function mayHoldWire(list: Element): boolean {
  return lastWire(list) !== null || cheapMayContain(list.textContent ?? '');
}
