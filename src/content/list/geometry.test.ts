import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clipPath, isIn, stretchFor, type Rect } from './geometry';

const rect = fc.record({
  x: fc.integer({ min: 0, max: 500 }),
  y: fc.integer({ min: -50_000, max: 500_000 }),
  width: fc.integer({ min: 1, max: 800 }),
  height: fc.integer({ min: 1, max: 900 }),
});
/** Places near one screen, as the reader is given them: within a few thousand pixels of each other. */
const screenful = fc
  .tuple(rect, fc.array(fc.integer({ min: 0, max: 8000 }), { minLength: 1, maxLength: 40 }))
  .map(([first, offsets]): Rect[] => offsets.map((offset) => ({ ...first, y: first.y + offset })));

describe('stretchFor', () => {
  it('holds every place and ends where the last one ends, so that the list does not scroll further', () => {
    fc.assert(
      fc.property(screenful, (places) => {
        const { top, height } = stretchFor(places, null);
        for (const place of places) {
          expect(place.y).toBeGreaterThanOrEqual(top);
          expect(place.y + place.height).toBeLessThanOrEqual(top + height);
        }
        expect(top + height).toBe(Math.ceil(Math.max(...places.map((place) => place.y + place.height))));
      }),
    );
  });

  it('stays where it is while the places fit, and never begins above a list that begins at zero', () => {
    const first = stretchFor([{ x: 0, y: 20_000, width: 10, height: 10 }], null);
    const scrolled = stretchFor([{ x: 0, y: first.top + 30_000, width: 10, height: 10 }], first);
    expect(scrolled.top).toBe(first.top);
    expect(stretchFor([{ x: 0, y: 5, width: 10, height: 10 }], null).top).toBe(0);
  });

  it('moves when the places leave it', () => {
    const first = stretchFor([{ x: 0, y: 0, width: 10, height: 10 }], null);
    expect(stretchFor([{ x: 0, y: 100_000, width: 10, height: 10 }], first).top).toBeGreaterThan(first.top);
  });

  it('takes no room without places', () => {
    expect(stretchFor([], { top: 8192, height: 500 })).toEqual({ top: 8192, height: 0 });
  });
});

describe('clipPath', () => {
  it('shows nothing without places', () => {
    expect(clipPath([])).toBe('inset(50%)');
  });

  it('draws one closed box a place', () => {
    expect(clipPath([{ x: 1, y: 2, width: 3, height: 4 }])).toBe('path("M1 2h3v4h-3z")');
  });
});

describe('isIn', () => {
  it('counts what touches the stretch with any of its height', () => {
    const at = (y: number) => isIn({ x: 0, y, width: 5, height: 10 }, { top: 100, height: 50 });
    expect([90, 91, 149, 150].map(at)).toEqual([false, true, true, false]);
  });
});
