import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeRows, rowsOf, type Row } from './order';

const rows = (text: string) => rowsOf(text.split('').map((wire) => ({ wire, side: 'start' as const })));
const text = (list: readonly Row[]) => list.map(({ wire }) => wire).join('');

describe('mergeRows', () => {
  it.each([
    ['', 'abc', 'abc'],
    ['abc', '', 'abc'],
    ['abc', 'abcd', 'abcd'],
    ['cde', 'abcd', 'abcde'],
    ['abcde', 'cdefg', 'abcdefg'],
    ['abc', 'xyz', 'abcxyz'],
    // Deleted, and edited in its place.
    ['abcde', 'bde', 'abde'],
    ['abcde', 'bXd', 'abXde'],
    // A replayed message stays a second row.
    ['ab', 'aba', 'aba'],
  ])('%s, then the page lists %s: %s', (seen, listed, merged) => {
    expect(text(mergeRows(rows(seen), rows(listed)))).toBe(merged);
  });

  it('rebuilds a list from any run of overlapping windows, scrolled back or forth', () => {
    const whole = 'abcdefghijklmnopqrstuvwxyz';
    const windows = fc
      .array(fc.integer({ min: -4, max: 4 }), { minLength: 1, maxLength: 40 })
      .map((steps) => {
        let at = 10;
        return [at, ...steps.map((step) => (at = Math.min(Math.max(at + step, 0), whole.length - 6)))];
      });
    fc.assert(
      fc.property(windows, (starts) => {
        let seen: readonly Row[] = [];
        for (const start of starts) seen = mergeRows(seen, rows(whole.slice(start, start + 6)));
        expect(text(seen)).toBe(whole.slice(Math.min(...starts), Math.max(...starts) + 6));
      }),
    );
  });
});
