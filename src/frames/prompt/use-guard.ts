/**
 * Against click-jacking: a button on the card counts only after the card stood still and in full view for a while, so
 * that a page cannot slip it under a click that was meant for something else.
 */
import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { watchVisibility } from '../visibility';

const guard = { share: 0.9, span: 500, step: 100 };

/** Whether the buttons are active. */
export function useGuard(card: RefObject<HTMLElement | null>, shown: boolean): boolean {
  const [active, setActive] = useState(false);
  useEffect(() => {
    if (!shown || !card.current) return undefined;
    const watch = watchVisibility(card.current, guard.share);
    const timer = setInterval(() => setActive(watch.visibleFor() >= guard.span), guard.step);
    const restart = () => {
      watch.restart();
      setActive(false);
    };
    const moved = watchOffset(restart);
    window.addEventListener('resize', restart);
    window.addEventListener('pointermove', moved);
    window.addEventListener('pointerdown', moved, true);
    return () => {
      watch.stop();
      clearInterval(timer);
      window.removeEventListener('resize', restart);
      window.removeEventListener('pointermove', moved);
      window.removeEventListener('pointerdown', moved, true);
    };
  }, [card, shown]);
  return active;
}

/** A frame cannot see where it stands, but a pointer event tells it: position on the screen less position in the frame. */
function watchOffset(onMove: () => void): (event: PointerEvent) => void {
  let last: readonly [x: number, y: number] | undefined;
  return ({ screenX, screenY, clientX, clientY }) => {
    const now = [screenX - clientX, screenY - clientY] as const;
    // Two pixels of rounding, at other zoom levels than 100 %.
    const jumped = last !== undefined && (Math.abs(now[0] - last[0]) > 2 || Math.abs(now[1] - last[1]) > 2);
    last = now;
    if (jumped) onMove();
  };
}
