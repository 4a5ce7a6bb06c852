/**
 * Tells when a list glides by under a steady scroll and nothing in it moves but all of it together. Our frame need not
 * be cut to the messages' places then: a clip path has the browser draw all of the frame twice in each frame of the
 * scroll, which without a graphics card costs more than everything else. The pointer passes through the frame meanwhile.
 */
export type Glide = {
  readonly isOn: () => boolean;
  /** Something in the list moved by itself: what our frame shows must be cut again, and for a while. */
  readonly disturb: () => void;
};

/** Scroll events in a row that make a steady scroll: a jump is none, and what is clicked after it is hit at once. */
const STEADY = 4;
/** Milliseconds without one that end it, where no `scrollend` comes. */
const GAP = 100;
/** Milliseconds for which a list that was disturbed counts as one that moves by itself. */
const CALM = 600;

/** @param onChange called when it began or ended */
export function watchGlide(target: EventTarget, onChange: () => void, signal: AbortSignal): Glide {
  let steps = 0;
  let isOn = false;
  let disturbed = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const turn = (on: boolean) => {
    if (isOn === on) return;
    isOn = on;
    onChange();
  };
  const stop = () => {
    steps = 0;
    clearTimeout(timer);
    turn(false);
  };
  const step = () => {
    steps += 1;
    clearTimeout(timer);
    timer = setTimeout(stop, GAP);
    if (steps >= STEADY && performance.now() - disturbed >= CALM) turn(true);
  };
  target.addEventListener('scroll', step, { passive: true, signal });
  target.addEventListener('scrollend', stop, { signal });
  signal.addEventListener('abort', () => clearTimeout(timer));

  return {
    isOn: () => isOn,
    disturb: () => {
      disturbed = performance.now();
      turn(false);
    },
  };
}
