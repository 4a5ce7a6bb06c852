import fc from 'fast-check';
import { expect, it } from 'vitest';
import { notificationName, notificationText } from './notification-text';

const count = (text: string) =>
  [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].length;

it('leaves a short text as it is, on one line', () => {
  expect(notificationText('See you at noon')).toBe('See you at noon');
  expect(notificationText('  one\n\n two\tthree ')).toBe('one two three');
  expect(notificationText('שלום 👩‍👩‍👧‍👦')).toBe('שלום 👩‍👩‍👧‍👦');
  expect(notificationText('<b>bold</b> & co')).toBe('<b>bold</b> & co');
});

it('cuts a long one between characters', () => {
  expect(notificationText('a'.repeat(200))).toBe('a'.repeat(200));
  expect(notificationText('a'.repeat(201))).toBe(`${'a'.repeat(200)}…`);
  const family = '👩‍👩‍👧‍👦';
  expect(notificationText(family.repeat(201))).toBe(`${family.repeat(200)}…`);
  expect(notificationName('x'.repeat(70))).toBe(`${'x'.repeat(60)}…`);
});

it('lets nothing through that is not seen or turns the words around', () => {
  expect(notificationText('a\u202Eb\u2066c\u0007d\u200Be\uD800f')).toBe('abcdef');
});

it('is short and visible, whatever the text', () => {
  const texts = fc
    .tuple(
      fc.oneof(fc.string({ unit: 'binary', maxLength: 20 }), fc.string({ unit: 'grapheme', maxLength: 20 })),
      fc.integer({ min: 1, max: 100 }),
    )
    .map(([text, times]) => text.repeat(times));
  fc.assert(
    fc.property(texts, (text) => {
      const shown = notificationText(text);
      expect(count(shown)).toBeLessThanOrEqual(202);
      expect(shown).not.toMatch(/(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      expect(shown).toBe(shown.trim());
    }),
    { numRuns: 50 },
  );
});
