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

/** Where the list's own coordinates begin, in the window: what the host's offset is counted from. */
export function originOf(host: HTMLElement, stretch: Stretch | null): { x: number; y: number } {
  const rect = host.getBoundingClientRect();
  return { x: rect.x, y: rect.y - (stretch?.top ?? 0) };
}

export function rectFrom(element: Element, origin: { x: number; y: number }): Rect {
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x: x - origin.x, y: y - origin.y, width, height };
}

/** The stretch of the list that is on the screen now. */
export function screenOf(scroller: HTMLElement, origin: { x: number; y: number }): Stretch {
  if (scroller === document.body) return { top: -origin.y, height: window.innerHeight };
  return { top: scroller.getBoundingClientRect().y - origin.y, height: scroller.clientHeight };
}
