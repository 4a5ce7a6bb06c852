/** A site after a redesign: what was found by its names has others. */
import { parentOf, queryAll } from '../../../src/content/deep-query';
import { rootsBelow } from '../../../src/content/open-roots';
import { h } from './dom';

/** What an element does, and what its place is, stays. */
const kept = new Set(['style', 'contenteditable', 'type', 'rows', 'hidden', 'tabindex', 'data-scroller']);

/** Until none of these finds anything: takes away attributes, and where they are not what told, changes elements. */
export function rename(selectors: readonly string[]): void {
  for (const selector of selectors) {
    for (const found of queryDeep(selector)) {
      for (const act of [strip, exchange]) {
        for (let at: Element | null = found; at && isFoundBy(selector, found); at = parentOf(at)) {
          at = act(at);
        }
      }
    }
  }
}

function strip(element: Element): Element {
  for (const name of element.getAttributeNames()) if (!kept.has(name)) element.removeAttribute(name);
  return element;
}

/** Some of the facts say that only within a shadow root. */
export const queryDeep = (selector: string): HTMLElement[] =>
  [document, ...rootsBelow(document)].flatMap((root) => queryAll(selector, root));

const isFoundBy = (selector: string, element: HTMLElement): boolean => queryDeep(selector).includes(element);

/** Puts a plain element in the place of one that is known by its kind; a box stays, and so does what has a root of its own. */
function exchange(element: Element): Element {
  if (element.shadowRoot || element.matches('textarea, [contenteditable]')) return element;
  const plain = h('div', ...element.childNodes);
  for (const { name, value } of element.attributes) plain.setAttribute(name, value);
  element.replaceWith(plain);
  return plain;
}
