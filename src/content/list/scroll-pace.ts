/** How far the list was scrolled since everything near was placed, and whether it goes by too fast to be read. */
import type { Stretch } from './geometry';

export type ScrollPace = {
  /** Everything near this screen was placed. */
  readonly placed: (screen: Stretch) => void;
  /** Whether so much was scrolled since that more must be placed now. */
  readonly isFar: (screen: Stretch) => boolean;
  /** Notes where the screen is by now. Whether it goes by too fast for anybody to read. */
  readonly pass: (screen: Stretch) => boolean;
};

/** Screens that may be scrolled through before more is placed: half of what is read ahead. */
const STRIDE = 2;
/** Screens in a millisecond that are too fast: at 15 in a second, a line is on the screen for four frames. */
const TOO_FAST = 15 / 1000;
/** Milliseconds after which an earlier position says nothing about speed any more, and before which it does not yet. */
const MEMORY = 100;
const LEAST = 8;

/** @param now milliseconds */
export function createScrollPace(now: () => number): ScrollPace {
  let placedAt: number | null = null;
  let isFast = false;
  let seen = { top: 0, time: Number.NEGATIVE_INFINITY };
  return {
    placed: ({ top }) => {
      placedAt = top;
    },
    isFar: ({ top, height }) => placedAt === null || Math.abs(top - placedAt) >= STRIDE * height,
    pass: ({ top, height }) => {
      const passed = now() - seen.time;
      if (passed >= LEAST) {
        const isNear = Math.abs(top - seen.top) <= TOO_FAST * height * passed;
        isFast = passed <= MEMORY && !isNear;
        seen = { top, time: now() };
      }
      return isFast;
    },
  };
}
