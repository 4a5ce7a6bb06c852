/**
 * Notices a focus that the page took in the middle of a word, so that what follows would be typed into the page.
 * A click outside cannot be seen from in here, but nobody clicks within this time of their last letter. What is taken
 * later than that the content script sees, and says.
 */
const inTheMiddle = 400;
/** After a theft until the next letter: the page may well try again. Nobody has turned to something else so soon. */
const afterTheft = 2000;

export type FocusGuard = {
  readonly typed: () => void;
  /** Tab, Escape or a shortcut: whatever takes the focus next, the person meant it. */
  readonly leaving: () => void;
  /** The window lost the focus: true if it was taken. */
  readonly blurred: () => boolean;
};

/** @param now milliseconds */
export function createFocusGuard(now: () => number): FocusGuard {
  let armedUntil = Number.NEGATIVE_INFINITY;
  return {
    typed: () => {
      armedUntil = now() + inTheMiddle;
    },
    leaving: () => {
      armedUntil = Number.NEGATIVE_INFINITY;
    },
    blurred: () => {
      const taken = now() < armedUntil;
      armedUntil = taken ? now() + afterTheft : Number.NEGATIVE_INFINITY;
      return taken;
    },
  };
}
