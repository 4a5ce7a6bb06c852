import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { safeName } from './name';

describe('a safe name', () => {
  test.each([
    ['Ada Lovelace <ada@example.org>', 'Ada Lovelace <ada@example.org>'],
    ['  two\t\n words ', 'two words'],
    ['safe\u202Egnp.exe', 'safegnp.exe'],
    ['a\u0000b\u001Bc\u200Bd\uFEFFe', 'abcd e'],
    ['a\u3164\u115Fb\uFE0F', 'ab'],
    ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
    ['e\u0301'.repeat(2), 'éé'],
    [`a${'\u0335'.repeat(50)}`, `a${'\u0335'.repeat(3)}`],
    ['\u2066\u2069', ''],
    ['Ünï 😀 名前', 'Ünï 😀 名前'],
  ])('of %j is %j', (userId, name) => {
    expect(safeName(userId)).toBe(name);
  });

  test('is short, whole, has nothing invisible and is its own safe name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (userId) => {
        const name = safeName(userId);
        expect(name.length).toBeLessThanOrEqual(100);
        expect(name).not.toMatch(/\p{C}/u);
        expect(name.isWellFormed()).toBe(true);
        expect(safeName(name)).toBe(name);
      }),
      { numRuns: 1000 },
    );
  });

  test('of a megabyte is made at once', () => {
    expect(safeName('x'.repeat(1 << 20))).toBe('x'.repeat(100));
  });
});
