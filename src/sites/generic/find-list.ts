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

/**
 * The nearest ancestor of what was hit that scrolls, or one around it that has more to scroll; else one marked as a log;
 * else the largest without the box.
 */
function listAround(hit: Element | null, box: HTMLElement, side: 'above' | 'below'): FoundList | null {
  let scroller: HTMLElement | null = null;
  let log: HTMLElement | null = null;
  let largest: HTMLElement | null = null;
  for (let at = hit; at && !standsIn(box, at); at = parentOf(at)) {
    if (!(at instanceof HTMLElement) || at.getBoundingClientRect().height < LEAST_HEIGHT) continue;
    if (scrolls(at) && !(scroller && overflows(scroller))) scroller = at;
    if (isLog(at)) log = at;
    largest = at;
  }
  const sure = scroller ?? log;
  const element = sure ?? largest;
  return element && { element, side, sure: sure !== null };
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
