/** What a page calls the chat that is open: the heading over its messages. */
import { parentOf } from '../../content/deep-query';
import { standsIn } from '../../content/open-roots';
import { isVisible } from '../../content/site';

/** CSS pixels over the list within which a chat's head stands. */
const REACH = 180;
/** CSS pixels that a heading may stand out to the sides. */
const SLACK = 24;
const LONGEST = 80;

/** What names it, see `nameIn`; null where nothing stands there. */
export function chatHead(list: HTMLElement, box: HTMLElement | null): Element | null {
  for (let at = parentOf(list); at; at = parentOf(at)) {
    const heading = nearest(at, 'h1, h2, h3, h4, h5, h6, [role="heading"]', list, box);
    if (heading) return heading;
  }
  for (let at = parentOf(list), steps = 0; at && steps < 6; at = parentOf(at), steps += 1) {
    const strongest = largestText(at, list, box);
    if (strongest) return strongest;
  }
  return null;
}

function nearest(
  within: Element,
  selector: string,
  list: HTMLElement,
  box: HTMLElement | null,
): Element | null {
  // Not into the list, which may be long.
  const walker = document.createTreeWalker(within, NodeFilter.SHOW_ELEMENT, (node) =>
    node === list ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  let found: Element | null = null;
  while (walker.nextNode()) {
    const element = walker.currentNode as Element;
    if (element.matches(selector) && isHead(element, list, box)) found = element;
  }
  return found;
}

/** Where nothing is marked as a heading: what is written largest, or heaviest, and first. */
function largestText(within: Element, list: HTMLElement, box: HTMLElement | null): Element | null {
  let best: Element | null = null;
  let most = 0;
  const walker = document.createTreeWalker(within, NodeFilter.SHOW_ELEMENT, (node) =>
    node === list || (node as Element).matches('button, [role="button"], svg, script, style, nav')
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT,
  );
  while (walker.nextNode()) {
    const { currentNode } = walker;
    if (!(currentNode instanceof HTMLElement) || !hasOwnText(currentNode)) continue;
    if (!isHead(currentNode, list, box)) continue;
    const { fontSize, fontWeight } = getComputedStyle(currentNode);
    const weight = Number.parseFloat(fontSize) + (Number(fontWeight) >= 550 ? 3 : 0);
    if (weight > most) [best, most] = [currentNode, weight];
  }
  return best;
}

function isHead(element: Element, list: HTMLElement, box: HTMLElement | null): boolean {
  if (standsIn(element, list) || (box && standsIn(element, box)) || !isVisible(element)) return false;
  const text = nameIn(element);
  if (text === '' || text.length > LONGEST) return false;
  const at = element.getBoundingClientRect();
  const under = list.getBoundingClientRect();
  return (
    at.bottom <= under.top + SLACK &&
    at.top >= under.top - REACH &&
    at.left >= under.left - SLACK &&
    at.left <= under.right
  );
}

function hasOwnText(element: HTMLElement): boolean {
  return [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== '');
}

/** The name without counters such as "(3)". */
export function nameIn(element: Element): string {
  return (element.textContent ?? '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[([]\d+\+?[)\]]/g, '')
    .trim();
}
