/** Where the reader frame stands over a list, and which holes of it show. Pure arithmetic in CSS pixels. */

export type Rect = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};
/** The stretch of the list that the frame covers, from the list's origin. */
export type Stretch = { readonly top: number; readonly height: number };

/** The frame moves in steps of this, so that it seldom moves: moving it shifts every place in it. */
const STEP = 8192;

/**
 * The stretch that holds all of `places`: its top in whole steps, and never longer than the places reach, so that the
 * frame itself does not make the list scroll further.
 */
export function stretchFor(places: readonly Rect[], now: Stretch | null): Stretch {
  let top = Infinity;
  let bottom = -Infinity;
  for (const place of places) {
    top = Math.min(top, place.y);
    bottom = Math.max(bottom, place.y + place.height);
  }
  if (top === Infinity) return { top: now?.top ?? 0, height: 0 };
  const keeps = now !== null && top >= now.top && bottom <= now.top + 4 * STEP;
  const start = keeps ? now.top : Math.floor((top - STEP / 2) / STEP) * STEP;
  // A list that begins below zero is laid out from its end (column-reverse); others have nothing above their origin.
  const clamped = top >= 0 ? Math.max(0, start) : start;
  return { top: clamped, height: Math.ceil(bottom - clamped) };
}

/** Whether any of the rectangle is in the stretch. */
export function isIn({ y, height }: Rect, stretch: Stretch): boolean {
  return y < stretch.top + stretch.height && y + height > stretch.top;
}

/** A `clip-path` that shows the frame at `places` only, in the frame's own coordinates. */
export function clipPath(places: readonly Rect[]): string {
  if (places.length === 0) return 'inset(50%)';
  const parts = places.map(({ x, y, width, height }) => `M${x} ${y}h${width}v${height}h${-width}z`);
  return `path("${parts.join('')}")`;
}
