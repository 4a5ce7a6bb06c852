/** Tells the content script how much room the composer needs. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { FromComposer } from '../../protocol/port';

/**
 * Reports the element's size when it changes. The part that grows with the text does so in whole lines
 * (`text-height.ts`), so the sizes tell the page no more than that.
 */
export function useShape(
  root: RefObject<HTMLElement | null>,
  isPill: boolean,
  post: (message: FromComposer) => void,
): void {
  const last = useRef('');
  useLayoutEffect(() => {
    const element = root.current;
    if (!element) return undefined;
    const report = () => {
      const { width, height } = element.getBoundingClientRect();
      const menu = element.querySelector('.menu') !== null;
      const shape = isPill ? (menu ? 'menu' : 'pill') : 'cover';
      const message: FromComposer = {
        type: 'shape',
        shape,
        width: Math.ceil(width),
        height: Math.ceil(height),
      };
      const said = `${message.shape} ${message.width} ${message.height}`;
      if (said === last.current) return;
      last.current = said;
      post(message);
    };
    const observer = new ResizeObserver(report);
    observer.observe(element);
    return () => observer.disconnect();
  });
}
