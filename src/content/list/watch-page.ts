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
  /** Where messages are; empty while no chat is open. */
  readonly roots: () => readonly Element[];
  /** Texts in a root that stand in shadow roots of their own, where neither a walk nor the observer comes by itself. */
  readonly islands: (root: Element) => readonly Element[];
  readonly isCutMessage: (element: Element) => boolean;
  readonly onFound: (root: Element, found: readonly WireElement[]) => void;
  /** What is on the screen is being read right now: everything else can wait. */
  readonly isReading: () => boolean;
  /** The text or structure of this element changed. */
  readonly onChanged: (element: Element) => void;
  /** Something was taken out of the page. */
  readonly onRemoved: () => void;
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
  const look = (elements: readonly Element[]) => {
    for (const root of options.roots()) {
      const found = elements.flatMap((element) => {
        if (!element.isConnected) return [];
        const within = root.contains(element) ? element : element.contains(root) ? root : null;
        return within ? findWires(within, options.isCutMessage) : [];
      });
      if (found.length > 0) options.onFound(root, found);
    }
  };

  const work = (deadline: number) => {
    while (later.length > 0 && performance.now() < deadline) look(later.splice(0, 8));
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
  const visibleFirst = (element: Element): Element[] => {
    let parent = element;
    while (parent.childElementCount === 1 && parent.firstElementChild) parent = parent.firstElementChild;
    if (parent.childElementCount <= MANY) {
      if (![...parent.children].some(isCrowded)) return [parent];
      return [...parent.children].flatMap(visibleFirst);
    }
    const visible: Element[] = [];
    const hidden: Element[] = [];
    for (const child of parent.children) (isOnScreen(child) ? visible : hidden).push(child);
    later.push(...hidden.toReversed());
    idle();
    return visible;
  };

  const watched = new WeakSet<Node>();
  /** An observer does not see into shadow roots: each that holds messages is observed for itself. */
  const watch = (tree: Node) => {
    if (watched.has(tree)) return;
    watched.add(tree);
    observer.observe(tree, WATCHED);
  };
  const lookAtIslands = (root: Element) => {
    watch(root.getRootNode());
    const islands = options.islands(root);
    for (const island of islands) watch(island.getRootNode());
    const found = islands.flatMap((island) => findWires(island, options.isCutMessage));
    if (found.length > 0) options.onFound(root, found);
  };

  const rescan = () => {
    later.length = 0;
    for (const root of options.roots()) {
      look(visibleFirst(root));
      lookAtIslands(root);
    }
  };

  const observer = new MutationObserver((records) => {
    // Also where no list is found any more: what stands in readers still must not outlive what they stand on.
    const roots = options.roots();
    const added = new Set<Element>();
    let news = false;
    let gone = false;
    let grown = false;
    for (const record of records) {
      if (isAboutUs(record)) continue;
      news = true;
      const target = record.target instanceof Element ? record.target : record.target.parentElement;
      if (!target) continue;
      if (record.type !== 'attributes') {
        grown = true;
        options.onChanged(target);
      }
      gone ||= record.removedNodes.length > 0;
      if (record.type === 'characterData') added.add(target);
      if (record.type !== 'childList' || record.addedNodes.length === 0) continue;
      if (target.childNodes.length <= FEW && target !== document.body) added.add(target);
      else for (const node of record.addedNodes) if (node instanceof Element) added.add(node);
    }
    if (gone) options.onRemoved();
    const batch: Element[] = [];
    for (const element of added) {
      if (hasAncestorIn(element, added)) continue;
      if (!roots.some((root) => element.contains(root) || root.contains(element))) continue;
      // In the background nothing is on the screen, and idle time may never come.
      const isMany = !document.hidden && (element.childElementCount > MANY || isCrowded(element));
      batch.push(...(isMany ? visibleFirst(element) : [element]));
    }
    look(batch);
    if (!news) return;
    if (grown) for (const root of roots) lookAtIslands(root);
    options.onMutation();
  });
  watch(document);
  options.signal.addEventListener('abort', () => observer.disconnect());
  return { rescan };
}

const WATCHED: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: ['style', 'class', 'hidden', 'dir'],
};

/** Moving our own frames must not look like the page moving: each would cause the other for ever. */
function isAboutUs({ type, target, addedNodes, removedNodes }: MutationRecord): boolean {
  if (type !== 'childList') return isHost(target);
  const [first, second, third] = addedNodes;
  if (!first || third || removedNodes.length > 0) return false;
  return isHost(first) && (!second || isHost(second));
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
