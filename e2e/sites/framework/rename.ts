/** A site after a redesign: what was found by its names has others. */
import { queryAll } from '../../../src/content/deep-query';
import { h } from './dom';

/** What an element does, and what its place is, stays. */
const kept = new Set(['style', 'contenteditable', 'type', 'rows', 'hidden', 'tabindex', 'data-scroller']);

/** Until none of these finds anything: takes away attributes, and where they are not what told, changes elements. */
export function rename(selectors: readonly string[]): void {
  for (const selector of selectors) {
    for (const found of queryAll(selector)) {
      for (let at: Element | null = found; at && isFoundBy(selector, found); at = at.parentElement) {
        for (const name of at.getAttributeNames()) if (!kept.has(name)) at.removeAttribute(name);
        if (isFoundBy(selector, found)) exchange(at);
      }
    }
  }
}

const isFoundBy = (selector: string, element: HTMLElement): boolean => queryAll(selector).includes(element);

/** Puts a plain element in the place of one that is known by its kind; a box stays, and so does what has a root of its own. */
function exchange(element: Element): void {
  if (element.shadowRoot || element.matches('textarea, [contenteditable]')) return;
  const plain = h('div', ...element.childNodes);
  for (const { name, value } of element.attributes) plain.setAttribute(name, value);
  element.replaceWith(plain);
}
