import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { writeArmorText } from './armor-text';
import { measureMessage } from './measure';
import { writeTokens } from './token';

const total = (parts: readonly string[]) => parts.reduce((sum, { length }) => sum + length, 0);

it('says how many characters and parts tokens take', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 6000 }),
      fc.option(fc.integer({ min: 250, max: 5000 }), { nil: null }),
      (length, limit) => {
        const parts = writeTokens({ kind: 'message', body: new Uint8Array(length), limit });
        expect(measureMessage(length, limit, false)).toEqual({
          characters: total(parts),
          parts: parts.length,
        });
      },
    ),
  );
});

it('says how many characters armor takes, and that it gives way to tokens where it does not fit', () => {
  for (const length of [1, 47, 48, 49, 400, 1000, 1001, 1002]) {
    const armored = writeArmorText('message', Buffer.alloc(length).toString('base64'));
    const { characters, parts } = measureMessage(length, null, true);
    // A checksum line of six characters, and an empty one after a full last line, may come in addition.
    expect(characters - armored.length).toBeGreaterThanOrEqual(0);
    expect(characters - armored.length).toBeLessThanOrEqual(7);
    expect(parts).toBe(1);
    expect(measureMessage(length, characters - 1, true)).toEqual(
      measureMessage(length, characters - 1, false),
    );
  }
});

it('says of what is refused that it is too much', () => {
  expect(measureMessage(100_000, 350, false).parts).toBe(65);
  expect(measureMessage(10, 20, false).parts).toBe(65);
});
