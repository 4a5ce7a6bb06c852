import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paddedLength, paddingPacketBody } from './padding';

const lengths = fc.integer({ min: 1, max: 200_000 });
const packetLength = (body: number | null) =>
  body === null ? 0 : body + (body < 192 ? 2 : body < 8384 ? 3 : 6);

describe('the padded length', () => {
  test.each([
    [1, 768],
    [768, 768],
    [769, 1024],
    [2048, 2048],
    [2049, 2176],
    [100_000, 100_352],
  ])('of %i is %i', (length, padded) => {
    expect(paddedLength(length)).toBe(padded);
  });

  test('is never shorter, above the least at most 255 bytes or an eighth longer, and padded itself', () => {
    fc.assert(
      fc.property(lengths, (length) => {
        const padded = paddedLength(length);
        expect(padded).toBeGreaterThanOrEqual(length);
        expect(padded - length).toBeLessThan(Math.max(length < 768 ? 768 : 256, length / 8));
        expect(paddedLength(padded)).toBe(padded);
      }),
    );
  });

  test('takes few values', () => {
    const values = new Set(Array.from({ length: 100_000 }, (_, i) => paddedLength(i + 1)));
    expect(values.size).toBeLessThan(120);
  });
});

describe('a padding packet', () => {
  test('brings any length to an allowed one', () => {
    fc.assert(
      fc.property(lengths, (length) => {
        const total = length + packetLength(paddingPacketBody(length));
        expect(paddedLength(total)).toBe(total);
      }),
    );
  });

  test('is left out where none is needed', () => {
    expect(paddingPacketBody(1024)).toBeNull();
  });

  test.each([1023, 1024 - 194])('steps over the gap at %i', (length) => {
    expect(length + packetLength(paddingPacketBody(length))).toBe(1280);
  });
});
