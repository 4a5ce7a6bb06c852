import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heightStep, widthStep } from './steps';

describe('widthStep', () => {
  it('tells eighths only, never less than the text needs nor more than there is', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 8, max: 2000 }),
        (share, room) => {
          const step = widthStep(share * room, room);
          expect(step).toBeGreaterThanOrEqual(Math.floor(share * room));
          expect(step).toBeLessThanOrEqual(room);
          expect([1, 2, 3, 4, 5, 6, 7, 8].map((eighths) => Math.ceil((room * eighths) / 8))).toContain(step);
        },
      ),
    );
  });
  it('has no room in no room', () => expect(widthStep(10, 0)).toBe(0));
});

describe('heightStep', () => {
  it('tells half lines only, never less than the text needs', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 5000, noNaN: true }),
        fc.integer({ min: 8, max: 80 }),
        (height, line) => {
          const step = heightStep(height, line);
          expect(step).toBeGreaterThanOrEqual(height - 1e-3);
          expect(step - height).toBeLessThan(line / 2 + 1);
          expect(Number.isInteger(step)).toBe(true);
        },
      ),
    );
    expect(heightStep(38, 20)).toBe(40);
    expect(heightStep(40.2, 20)).toBe(50);
  });
});
