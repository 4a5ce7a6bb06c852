/** What a page calls the chat that is open: the heading over its messages. */
import { parentOf } from '../../content/deep-query';
import { standsIn } from '../../content/open-roots';
import { isVisible } from '../../content/site';

/** CSS pixels over the list within which a chat's head stands. */
const REACH = 180;
/** CSS pixels that a heading may stand out to the sides. */
const SLACK = 24;
const LONGEST = 80;

/** The name without counters such as "(3)"; empty where none stands there. */
export function chatName(list: HTMLElement, box: HTMLElement | null): string {
  for (let at = parentOf(list); at; at = parentOf(at)) {
    const heading = nearest(at, list, box);
    if (heading) return nameIn(heading);
  }
  for (let at = parentOf(list), steps = 0; at && steps < 6; at = parentOf(at), steps += 1) {
    const strongest = largestText(at, list, box);
    if (strongest) return nameIn(strongest);
  }
  return '';
}

const headings = 'h1, h2, h3, h4, h5, h6, [role="heading"]';

function nearest(within: Element, list: HTMLElement, box: HTMLElement | null): Element | null {
  let found: Element | null = null;
  for (const element of besides(within, (part) => part === list)) {
    if (element.matches(headings) && isHead(element, list, box)) found = element;
  }
  return found;
}

/** Where nothing is marked as a heading: what is written largest, or heaviest, and first. */
function largestText(within: Element, list: HTMLElement, box: HTMLElement | null): Element | null {
  let best: Element | null = null;
  let most = 0;
  const isLeftOut = (part: Element) =>
    part === list || part.matches('button, [role="button"], svg, script, style, nav');
  for (const element of besides(within, isLeftOut)) {
    if (!(element instanceof HTMLElement) || !hasOwnText(element) || !isHead(element, list, box)) continue;
    const { fontSize, fontWeight } = getComputedStyle(element);
    const weight = Number.parseFloat(fontSize) + (Number(fontWeight) >= 550 ? 3 : 0);
    if (weight > most) [best, most] = [element, weight];
  }
  return best;
}

/** Every element below, but for what is left out with all that it holds: the list is most of the page. */
function* besides(within: Element, isLeftOut: (element: Element) => boolean): Generator<Element> {
  for (const child of within.children) {
    if (isLeftOut(child)) continue;
    yield child;
    yield* besides(child, isLeftOut);
  }
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

function nameIn(element: Element): string {
  return (element.textContent ?? '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[([]\d+\+?[)\]]/g, '')
    .trim();
}
