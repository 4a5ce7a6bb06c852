/** Where a box's messages are: found from the box, by what stands over it or under it on the screen. */
import { overflows, scrolls } from '../../content/list/scroller';
import { isHost } from '../../content/place-frame';
import { parentOf } from '../../content/deep-query';
import { standsIn } from '../../content/open-roots';

export type FoundList = {
  readonly element: HTMLElement;
  readonly side: 'above' | 'below';
  /** It scrolls, or is marked as a log; otherwise it is only what takes up the room there. */
  readonly sure: boolean;
};

/** CSS pixels: what is lower holds no conversation. */
const LEAST_HEIGHT = 80;
/** Share of the tallest scroller's height. */
const MOST_OF_THE_ROOM = 0.6;
/** CSS pixels from the box at which the page is asked what stands there. */
const PROBES = [24, 60, 120, 200, 320];

export function listOf(box: HTMLElement): FoundList | null {
  return lookTowards(box, 'above') ?? lookTowards(box, 'below');
}

function lookTowards(box: HTMLElement, side: 'above' | 'below'): FoundList | null {
  const { left, top, bottom, width } = box.getBoundingClientRect();
  let room: FoundList | null = null;
  for (const distance of PROBES) {
    const y = side === 'above' ? top - distance : bottom + distance;
    if (y < 0 || y > window.innerHeight) break;
    const hit = deepElementAt(left + width / 2, y);
    if (!hit || standsIn(hit, box)) continue;
    // A frame of ours over messages stands in their list.
    const found = listAround(isHost(hit) ? parentOf(hit) : hit, box, side);
    if (found?.sure) return found;
    room ??= found;
  }
  return room;
}

/** Of the ancestors of what was hit: one that scrolls; else one marked as a log; else the largest without the box. */
function listAround(hit: Element | null, box: HTMLElement, side: 'above' | 'below'): FoundList | null {
  let log: HTMLElement | null = null;
  let largest: HTMLElement | null = null;
  const scrollers: HTMLElement[] = [];
  for (let at = hit; at && !standsIn(box, at); at = parentOf(at)) {
    if (!(at instanceof HTMLElement) || at.getBoundingClientRect().height < LEAST_HEIGHT) continue;
    if (scrolls(at)) scrollers.push(at);
    if (isLog(at)) log = at;
    largest = at;
  }
  const sure = mainScroller(scrollers) ?? log;
  const element = sure ?? largest;
  return element && { element, side, sure: sure !== null };
}

/**
 * Rows and code blocks may scroll too, and so may what stands around list and head: the innermost counts that takes up
 * most of the room, and before it one that has something to scroll.
 */
function mainScroller(fromInside: readonly HTMLElement[]): HTMLElement | null {
  const tallest = Math.max(0, ...fromInside.map(({ clientHeight }) => clientHeight));
  const large = fromInside.filter(({ clientHeight }) => clientHeight >= tallest * MOST_OF_THE_ROOM);
  return large.find(overflows) ?? large[0] ?? null;
}

function isLog(element: HTMLElement): boolean {
  return element.matches('[role="log"], [role="feed"], [aria-live="polite"]');
}

function deepElementAt(x: number, y: number): Element | null {
  let hit = document.elementFromPoint(x, y);
  while (hit?.shadowRoot) {
    const inner: Element | null = hit.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === hit) break;
    hit = inner;
  }
  return hit;
}
