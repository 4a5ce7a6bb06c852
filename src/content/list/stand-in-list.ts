/** How our frames stand in a scrolling list: children of it, placed in its own coordinates, so that they scroll with it. */
import { setImportant } from '../place-frame';
import type { Rect, Stretch } from './geometry';
import { insideOf } from './scroller';

export function attachTo(scroller: HTMLElement, host: HTMLElement): void {
  if (scroller !== document.body && getComputedStyle(scroller).position === 'static') {
    scroller.style.setProperty('position', 'relative');
  }
  setImportant(host, {
    position: 'absolute',
    left: '0',
    top: '0',
    width: '100%',
    height: '0',
    pointerEvents: 'auto',
  });
  insideOf(scroller).append(host);
}

/**
 * Makes the reader's host stand over a stretch of the list, cut by a clip path; or uncut (null), and then the pointer
 * passes through it. Writes only what is news, or what the page meddled with: each time has the page laid out.
 */
export function createStander(
  scroller: HTMLElement,
  host: HTMLElement,
): (stretch: Stretch, clipPath: string | null) => void {
  let last = '';
  return ({ top, height }, clipPath) => {
    const style = {
      position: 'absolute',
      left: '0',
      top: `${top}px`,
      width: `${scroller.clientWidth}px`,
      height: `${height}px`,
      clipPath: clipPath ?? 'none',
      pointerEvents: clipPath === null ? 'none' : 'auto',
      zIndex: '3',
    };
    const wanted = JSON.stringify(style);
    if (wanted + (host.getAttribute('style') ?? '') === last) return;
    setImportant(host, style);
    last = wanted + (host.getAttribute('style') ?? '');
  };
}

/** A point in the window. */
export type Origin = { readonly x: number; readonly y: number };

/** Where the list's own coordinates begin, in the window: what the host's offset is counted from. */
export function originOf(host: HTMLElement, stretch: Stretch | null): Origin {
  const rect = host.getBoundingClientRect();
  return { x: rect.x, y: rect.y - (stretch?.top ?? 0) };
}

export function rectFrom(element: Element, origin: Origin): Rect {
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x: x - origin.x, y: y - origin.y, width, height };
}

/** The stretch of the list that is on the screen now. */
export function screenOf(scroller: HTMLElement, origin: Origin): Stretch {
  if (scroller === document.body) return { top: -origin.y, height: window.innerHeight };
  return { top: scroller.getBoundingClientRect().y - origin.y, height: scroller.clientHeight };
}
