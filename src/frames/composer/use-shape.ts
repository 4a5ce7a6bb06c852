/** Tells the content script how much room the composer needs. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { FromComposer } from '../../protocol/port';

/** Narrower than this the frame has not been given its place yet, and its text would wrap at each letter. */
const narrowest = 120;

/**
 * Reports the element's size when it changes. The part that grows with the text does so in whole lines
 * (`text-height.ts`), so the sizes tell the page no more than that.
 * @param boxHeight height of the covered box, reported until the frame is as wide as it
 */
export function useShape(
  root: RefObject<HTMLElement | null>,
  isPill: boolean,
  isBeside: boolean,
  boxHeight: number,
  post: (message: FromComposer) => void,
): void {
  const last = useRef('');
  useLayoutEffect(() => {
    const element = root.current;
    if (!element) return undefined;
    const report = () => {
      const { width, height } = measure(element, isPill, boxHeight);
      const shape = isBeside
        ? 'beside'
        : !isPill
          ? 'cover'
          : element.querySelector('.menu')
            ? 'menu'
            : 'pill';
      const said = `${shape} ${width} ${height}`;
      if (said === last.current) return;
      last.current = said;
      post({ type: 'shape', shape, width, height });
    };
    // At once too: a frame without size is not drawn, and an observer hears of drawn ones only.
    report();
    const observer = new ResizeObserver(report);
    observer.observe(element);
    return () => observer.disconnect();
  });
}

function measure(
  element: HTMLElement,
  isPill: boolean,
  boxHeight: number,
): { width: number; height: number } {
  const { width, height } = element.getBoundingClientRect();
  const isPlaced = isPill || window.innerWidth >= narrowest;
  return { width: Math.ceil(width), height: Math.ceil(isPlaced ? height : Math.max(boxHeight, 40)) };
}
