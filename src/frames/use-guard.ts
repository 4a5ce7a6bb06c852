/**
 * Against click-jacking: a button counts only after what it stands on stood still and in full view for a while, so that
 * a page cannot slip it under a click that was meant for something else.
 */
import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { watchVisibility } from './visibility';

const guard = { share: 0.9, span: 500, step: 100 };

/**
 * Whether the buttons on `ground` are active.
 * @param asked names what the buttons ask: when that changes the wait begins anew. Empty: there are none
 */
export function useGuard(ground: RefObject<HTMLElement | null>, asked: string): boolean {
  const [active, setActive] = useState(false);
  useEffect(() => {
    if (asked === '' || !ground.current) return undefined;
    const watch = watchVisibility(ground.current, guard.share);
    const frame = document.documentElement;
    const timer = setInterval(() => setActive(watch.visibleFor() >= guard.span), guard.step);
    const restart = () => {
      watch.restart();
      setActive(false);
    };
    const moved = watchOffset(restart);
    // The first event that the pointer makes in here says nothing of where the frame stood before.
    const entered = ({ pointerType }: PointerEvent) => {
      // A finger enters with each touch, and cannot be waited for.
      if (pointerType !== 'touch') restart();
    };
    window.addEventListener('resize', restart);
    frame.addEventListener('pointerenter', entered);
    window.addEventListener('pointermove', moved);
    window.addEventListener('pointerdown', moved, true);
    return () => {
      watch.stop();
      clearInterval(timer);
      setActive(false);
      window.removeEventListener('resize', restart);
      frame.removeEventListener('pointerenter', entered);
      window.removeEventListener('pointermove', moved);
      window.removeEventListener('pointerdown', moved, true);
    };
  }, [ground, asked]);
  return active;
}

/**
 * A frame cannot see where it stands, but two pointer events tell whether it moved between them: over a frame that
 * stands still, the pointer goes as far on the screen as in the frame, but for the zoom (25 % to 500 %).
 */
function watchOffset(onMove: () => void): (event: PointerEvent) => void {
  let last: PointerEvent | undefined;
  return (event) => {
    const before = last;
    last = event;
    if (!before) return;
    const isStill =
      agree(event.screenX - before.screenX, event.clientX - before.clientX) &&
      agree(event.screenY - before.screenY, event.clientY - before.clientY);
    if (!isStill) onMove();
  };
}

function agree(onScreen: number, inFrame: number): boolean {
  const [screen, frame] = [Math.abs(onScreen), Math.abs(inFrame)];
  return frame <= 4 * screen + 3 && screen <= 5 * frame + 3;
}
