/** The element that scrolls a message, and the room it gives. */
import { parentOf } from '../deep-query';

/** The nearest ancestor that scrolls up and down; the document's own where there is none. */
export function scrollerOf(element: Element): HTMLElement {
  for (let at = parentOf(element); at instanceof HTMLElement; at = parentOf(at)) {
    if (at === document.body || at === document.documentElement) break;
    if (scrolls(at) && !isSideways(at, element)) return at;
  }
  return document.body;
}

/** CSS pixels that stand around the one message of a row. */
const FRAME = 48;
/** CSS pixels by which heights may differ that are the same: they are rounded. */
const SAME_HEIGHT = 2;

/**
 * What scrolls sideways would scroll up and down as well, were it not just as high as the message in it. A list that one
 * message nearly fills has room above or below, no bar at its foot, or one at its side in any case.
 */
function isSideways(at: HTMLElement, message: Element): boolean {
  const { overflowX, overflowY, paddingTop, paddingBottom } = getComputedStyle(at);
  const { firstElementChild: first, lastElementChild: last, clientHeight } = at;
  if (overflows(at) || overflowX === 'hidden' || overflowY === 'scroll' || !first || !last) return false;
  const content = last.getBoundingClientRect().bottom - first.getBoundingClientRect().top;
  const room = clientHeight - content - Number.parseFloat(paddingTop) - Number.parseFloat(paddingBottom);
  return message.clientHeight > clientHeight - FRAME && room <= SAME_HEIGHT;
}

export function overflows({ scrollHeight, clientHeight }: HTMLElement): boolean {
  return scrollHeight > clientHeight;
}

/** Whether the element scrolls up and down, be it by a script: perfect-scrollbar hides the overflow and draws bars. */
export function scrolls(element: HTMLElement): boolean {
  const { overflowY } = getComputedStyle(element);
  if (overflowY === 'hidden') return element.querySelector(':scope > .ps__rail-y') !== null;
  return overflowY === 'auto' || overflowY === 'scroll' || overflowY === 'overlay';
}

/** Keeps who reads the last message at the last message, whatever changes its height. */
export type EndKeeper = {
  /** To be called after heights changed: goes to the end again if that is where the list stood before. */
  readonly keep: () => void;
};

/** CSS pixels from the end that still count as the end. */
const NEAR_END = 8;

export function keepEnd(scroller: HTMLElement, signal: AbortSignal): EndKeeper {
  const at = scroller === document.body ? (document.scrollingElement ?? scroller) : scroller;
  const isAtEnd = () => at.scrollHeight - at.scrollTop - at.clientHeight < NEAR_END;
  // Followed rather than asked: once heights have changed it is too late to know where the list stood.
  let stood = isAtEnd();
  let top = at.scrollTop;
  const note = () => {
    stood = isAtEnd();
    top = at.scrollTop;
  };
  (scroller === document.body ? document : scroller).addEventListener('scroll', note, {
    passive: true,
    signal,
  });
  return {
    keep: () => {
      // Further up than when last seen: somebody scrolled, and the event of it is still to come.
      if (!stood || at.scrollTop < top - 1) note();
      else if (at.scrollTop > 0) {
        at.scrollTop = at.scrollHeight;
        note();
      }
    },
  };
}

/** Where an element is put that is to be seen in the scroller: what stands beside an open shadow root may not be drawn. */
export function insideOf(scroller: HTMLElement): HTMLElement | ShadowRoot {
  return scroller.shadowRoot ?? scroller;
}
