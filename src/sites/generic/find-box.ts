/** Which of a page's editors is the one that people chat in: by its kind, its place and what stands around it. */
import { mayHoldWire } from '../../content/list/last-wire';
import { openRoots } from '../../content/open-roots';
import { isVisible } from '../../content/site';
import { listOf } from './find-list';

const editors =
  'textarea, [contenteditable]:not([contenteditable="false"]), input:not([type]), input[type="text"]';
/** What is no place for a message, whatever it looks like. */
const elsewhere = '[role="search"], [type="search"], [role="searchbox"], [aria-hidden="true"], [inert]';
/** CSS pixels: an editor narrower or lower than this is a tag box, or one that only measures text. */
const LEAST_WIDTH = 120;
const LEAST_HEIGHT = 12;
/** CSS pixels of a font in which titles are written, not messages. */
const TITLE_SIZE = 21;
const searches = /^q$|search|query|find|filter|such|buscar|cerca|zoek|поиск|szukaj|搜索|検索|검색|بحث/iu;
/** Least score: an editor that has neither messages by it nor stands where messengers have theirs gets less. */
const LEAST_SCORE = 30;
/** By so much another editor must be better than the one taken before, so that nothing flips to and fro. */
const CLEARLY = 40;

/** @param taken the editor that was the box when last looked */
export function findBox(taken: HTMLElement | null): HTMLElement | null {
  const all = openRoots(taken?.isConnected === false)
    .flatMap((root) => [...root.querySelectorAll<HTMLElement>(editors)])
    .filter(mayBeBox);
  const scored = all.map((element) => ({
    element,
    score: scoreOf(element) + (element === taken ? CLEARLY : 0),
  }));
  scored.sort((one, other) => other.score - one.score);
  const [best] = scored;
  if (best && best.score >= LEAST_SCORE) return best.element;
  // A page with one place to write, and nothing said yet.
  const large = all.filter((element) => !(element instanceof HTMLInputElement));
  if (large.length === 1) return large[0] ?? null;
  const [only, another] = all;
  return only instanceof HTMLInputElement && !another && !isSearch(only) && !isAmongFields(only)
    ? only
    : null;
}

/** A field that says that it searches; the words are a hint among others. */
function isSearch(field: HTMLInputElement): boolean {
  const said = ['name', 'id', 'placeholder', 'aria-label', 'enterkeyhint'].map(
    (of) => field.getAttribute(of) ?? '',
  );
  return said.some((words) => searches.test(words));
}

function scoreOf(element: HTMLElement): number {
  const { top, bottom, width } = element.getBoundingClientRect();
  const isField = element instanceof HTMLInputElement;
  const list = listOf(element);
  let score = 0;
  if (list) {
    score += list.sure ? 60 : 40;
    if (list.side === 'above') score += 40;
    // A single line over something that scrolls is a search or a filter of it.
    else if (isField) score -= 50;
    if (mayHoldWire(list.element)) score += 40;
  } else if (top > window.innerHeight / 2) score += 35;
  if (isField) score -= 15;
  if (element.getAttribute('enterkeyhint') === 'send') score += 30;
  if (['search', 'go', 'next'].includes(element.getAttribute('enterkeyhint') ?? '')) score -= 40;
  if (isField && (element.getAttribute('role') === 'combobox' || element.list)) score -= 40;
  if (Number.parseFloat(getComputedStyle(element).fontSize) >= TITLE_SIZE) score -= 30;
  if (bottom > window.innerHeight + 4 || top < 0) score -= 20;
  if (isField && isAmongFields(element)) score -= 40;
  return score + Math.min(width, 600) / 60 + (10 * bottom) / window.innerHeight;
}

function mayBeBox(element: HTMLElement): boolean {
  if (!isVisible(element) || element.closest(elsewhere)) return false;
  if (element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement) {
    if (element.readOnly || (element.disabled && element.value === '')) return false;
  } else if (element.parentElement?.isContentEditable) return false;
  const { width, height } = element.getBoundingClientRect();
  return width >= LEAST_WIDTH && height >= LEAST_HEIGHT;
}

/** A field of a form that asks for more than one thing: an address, a login, a setting. */
function isAmongFields(field: HTMLInputElement): boolean {
  const { form } = field;
  if (!form) return false;
  return [...form.elements].some(
    (other) =>
      other !== field &&
      (other instanceof HTMLSelectElement ||
        (other instanceof HTMLInputElement &&
          !['hidden', 'submit', 'button', 'file', 'image', 'checkbox'].includes(other.type))),
  );
}
