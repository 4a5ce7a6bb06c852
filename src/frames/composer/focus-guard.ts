/**
 * Notices a focus that the page took in the middle of a word, so that what follows would be typed into the page.
 * A click outside cannot be seen from in here, but nobody clicks within this time of their last letter.
 */
const inTheMiddle = 400;

export type FocusGuard = {
  readonly typed: () => void;
  /** Tab, Escape or a shortcut: whatever takes the focus next, the person meant it. */
  readonly leaving: () => void;
  /** The window lost the focus: true if it was taken. */
  readonly blurred: () => boolean;
};

export function createFocusGuard(now: () => number): FocusGuard {
  let lastTyped = Number.NEGATIVE_INFINITY;
  return {
    typed: () => {
      lastTyped = now();
    },
    leaving: () => {
      lastTyped = Number.NEGATIVE_INFINITY;
    },
    blurred: () => {
      const taken = now() - lastTyped < inTheMiddle;
      lastTyped = Number.NEGATIVE_INFINITY;
      return taken;
    },
  };
}
