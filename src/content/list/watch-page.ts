/**
 * Watches the page for ciphertext: one MutationObserver, the visible first, the rest in idle slices, so that a page of
 * thousands of plain messages does not notice us.
 */
import { isHost } from '../place-frame';
import { findWires, type WireElement } from './find-wires';

export type PageWatcher = {
  /** Looks at everything again, as after the chat was switched. */
  readonly rescan: () => void;
};

export type PageWatcherOptions = {
  /** Where messages are; null while no chat is open. */
  readonly root: () => Element | null;
  readonly isCutMessage: (element: Element) => boolean;
  readonly onFound: (found: readonly WireElement[]) => void;
  /** What is on the screen is being read right now: everything else can wait. */
  readonly isReading: () => boolean;
  /** The text or structure of this element changed. */
  readonly onChanged: (element: Element) => void;
  /** Anything at all changed: places may have moved, another chat may be open. */
  readonly onMutation: () => void;
  readonly signal: AbortSignal;
};

/** Milliseconds of one slice of work that the person does not wait for. */
const SLICE = 6;
/** Milliseconds between slices, and how many slices may be put off for what is on the screen. */
const BREATH = 16;
const MOST_WAITS = 60;
/** A parent with at most so many children is looked at whole when one changes: a token may span them. */
const FEW = 20;
/** More children than this are sorted, those on the screen first. */
const MANY = 40;

export function watchPage(options: PageWatcherOptions): PageWatcher {
  const later: Element[] = [];
  let idling = false;
  let waited = 0;

  /** What is found is told once a batch, since telling it has the page laid out. */
  const look = (elements: readonly Element[]): WireElement[] => {
    const root = options.root();
    if (!root) return [];
    return elements.flatMap((element) => {
      if (!element.isConnected) return [];
      const within = root.contains(element) ? element : element.contains(root) ? root : null;
      return within ? findWires(within, options.isCutMessage) : [];
    });
  };
  const tell = (found: readonly WireElement[]) => {
    if (found.length > 0) options.onFound(found);
  };

  const work = (deadline: number) => {
    const found: WireElement[] = [];
    while (later.length > 0 && performance.now() < deadline) found.push(...look(later.splice(0, 8)));
    tell(found);
    if (later.length > 0) idle();
  };
  const idle = () => {
    if (idling || options.signal.aborted) return;
    idling = true;
    const run = () => {
      idling = false;
      if (options.signal.aborted) return;
      if (options.isReading() && waited < MOST_WAITS) {
        waited += 1;
        idle();
        return;
      }
      waited = 0;
      work(performance.now() + SLICE);
    };
    setTimeout(() => requestIdleCallback(run, { timeout: 500 }), BREATH);
  };

  /** Children on the screen now, in one go; the others when the page is idle, nearest to the end first. */
  const lookVisibleFirst = (element: Element): WireElement[] => {
    let parent = element;
    while (parent.childElementCount === 1 && parent.firstElementChild) parent = parent.firstElementChild;
    if (parent.childElementCount <= MANY) {
      if (![...parent.children].some(isCrowded)) return look([parent]);
      return [...parent.children].flatMap(lookVisibleFirst);
    }
    const visible: Element[] = [];
    const hidden: Element[] = [];
    for (const child of parent.children) (isOnScreen(child) ? visible : hidden).push(child);
    later.push(...hidden.toReversed());
    idle();
    return look(visible);
  };

  const rescan = () => {
    later.length = 0;
    const root = options.root();
    if (root) tell(lookVisibleFirst(root));
  };

  const observer = new MutationObserver((records) => {
    const root = options.root();
    if (!root) {
      options.onMutation();
      return;
    }
    const added = new Set<Element>();
    let news = false;
    for (const record of records) {
      if (isAboutUs(record)) continue;
      news = true;
      const target = record.target instanceof Element ? record.target : record.target.parentElement;
      if (!target) continue;
      if (record.type !== 'attributes') options.onChanged(target);
      if (record.type === 'characterData') added.add(target);
      if (record.type !== 'childList' || record.addedNodes.length === 0) continue;
      if (target.childNodes.length <= FEW && target !== document.body) added.add(target);
      else for (const node of record.addedNodes) if (node instanceof Element) added.add(node);
    }
    const found: WireElement[] = [];
    for (const element of added) {
      if (hasAncestorIn(element, added)) continue;
      const isAround = element.contains(root) || root.contains(element);
      if (!isAround) continue;
      const isMany = element.childElementCount > MANY || isCrowded(element);
      found.push(...(isMany ? lookVisibleFirst(element) : look([element])));
    }
    tell(found);
    if (news) options.onMutation();
  });
  observer.observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ['style', 'class', 'hidden', 'dir'],
  });
  options.signal.addEventListener('abort', () => observer.disconnect());
  return { rescan };
}

/** Moving our own frames must not look like the page moving: each would cause the other for ever. */
function isAboutUs({ type, target, addedNodes, removedNodes }: MutationRecord): boolean {
  if (type !== 'childList') return isHost(target);
  if (addedNodes.length > 2) return false;
  return removedNodes.length === 0 && addedNodes.length > 0 && [...addedNodes].every(isHost);
}

/** Whether so much stands in it that what is on the screen is looked for first. */
function isCrowded(element: Element): boolean {
  return element.getElementsByTagName('*').length > MANY * 5;
}

/** On the screen, or coming there once ciphertext has shrunk to the text it holds, which is a fraction as long. */
function isOnScreen(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  const margin = 5 * window.innerHeight;
  return bottom > -margin && top < window.innerHeight + margin;
}

function hasAncestorIn(element: Element, set: ReadonlySet<Element>): boolean {
  if (set.size === 1) return false;
  for (let at = element.parentElement; at; at = at.parentElement) if (set.has(at)) return true;
  return false;
}
