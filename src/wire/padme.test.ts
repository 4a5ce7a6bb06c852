import fc from 'fast-check';
import { expect, test } from 'vitest';
import { padme } from './padme';

test('grows, by at most 12 %, and stays where it is once it is padded', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 31 }), (length) => {
      const padded = padme(length);
      expect(padded).toBeGreaterThanOrEqual(length);
      expect(padded).toBeLessThanOrEqual(Math.ceil(length * 1.12));
      expect(padme(padded)).toBe(padded);
    }),
  );
});

test('takes the lengths of the paper', () => {
  expect([1, 8, 9, 100, 1_000_000].map(padme)).toEqual([1, 8, 10, 104, 1_015_808]);
});
