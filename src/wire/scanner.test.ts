import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodedLength, writeNumber } from './base62';
import { maxFound, maxWireCharacters } from './limits';
import { cheapMayContain, scan } from './scanner';
import { noisy, noiseCharacters } from './testdata/noise';
import { readToken, writeTokens } from './token';

const bytes = (length: number, seed = 0) =>
  Uint8Array.from({ length }, (_, at) => (at * 7919 + seed * 31) & 0xff);

function one(length: number, seed = 0): string {
  const [token = ''] = writeTokens({ kind: 'message', body: bytes(length, seed), limit: null });
  return token;
}

/** Pieces that look like parts of what is looked for. */
const nearly = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    ...noiseCharacters,
    'Q',
    'Qz',
    'QzSotto',
    'QzSotto1m',
    one(5),
    one(5).slice(0, 30),
    'GG',
    '-',
  ),
  fc.constantFrom(
    '-----BEGIN PGP MESSAGE-----',
    '-----END PGP MESSAGE-----',
    '-----BEGIN PGP ',
    'BEGIN',
    '\ud800',
    'ab12',
  ),
);
const rubbish = fc.array(nearly, { maxLength: 40 }).map((pieces) => pieces.join(''));

describe('finding tokens', () => {
  it.each([
    ['alone', '', ''],
    ['in a sentence', 'Please read this: ', '. Thanks!'],
    ['between words glued to it', 'abcQ', 'Q12'],
    ['beside a time and a mark', '12:03', '12:04(edited)'],
    ['after half a magic', 'QzSot', 'Zz'],
    ['between lines', 'Hello\n', '\nBye'],
    ['among other alphabets', 'Привет 你好 ', ' 🙂'],
  ])('finds one %s', (_, before, after) => {
    const token = one(60);
    const text = before + token + after;
    expect(cheapMayContain(text)).toBe(true);
    expect(scan(text)).toEqual([
      { start: before.length, end: before.length + token.length, wire: token, form: 'token', complete: true },
    ]);
  });

  it('finds it through noise between any two characters, the magic included', () => {
    fc.assert(
      fc.property(fc.nat(300), noisy, rubbish, (length, disturb, after) => {
        const token = one(length);
        const disturbed = disturb(token);
        const [first] = scan(`12:03 ${disturbed}.${after}`);
        expect(first).toEqual({
          start: 6,
          end: 6 + disturbed.length,
          wire: token,
          form: 'token',
          complete: true,
        });
        expect(cheapMayContain(disturbed)).toBe(true);
      }),
    );
    const apart = one(20).split('').join(' \u200b\n');
    expect(scan(apart)).toMatchObject([{ start: 0, end: apart.length, wire: one(20), complete: true }]);
  });

  it('finds several in order, with and without text between them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(100), fc.constantFrom('', ' ', '\n', 'ab', '12:04 ', '…')), {
          maxLength: 8,
        }),
        (list) => {
          const tokens = list.map(([length], seed) => one(length, seed));
          const text = list.map(([, between], at) => between + (tokens[at] ?? '')).join('');
          expect(scan(text).map((found) => found.wire)).toEqual(tokens);
          for (const found of scan(text)) expect(text.slice(found.start, found.end)).toBe(found.wire);
        },
      ),
    );
  });

  it.each(['', '…', ' …see more', ' See more', '...'])(
    'reports one that is cut anywhere before %j as incomplete',
    (after) => {
      const token = one(60);
      for (let length = 7; length < token.length; length += 1) {
        const cut = token.slice(0, length);
        expect(scan(cut + after)).toEqual([
          { start: 0, end: length, wire: cut, form: 'token', complete: false },
        ]);
        expect(() => readToken(cut)).toThrow('bad_data');
      }
    },
  );

  it('leaves noise after a cut one out', () => {
    expect(scan(`${one(60).slice(0, 40)}\u200b\u00ad`)).toMatchObject([
      { start: 0, end: 40, complete: false },
    ]);
  });

  it('finds the whole one after a cut quote of it', () => {
    const token = one(60);
    for (const between of ['', ' ', '…', 'Alice 12:04 ']) {
      for (const length of [7, 12, 28, 50, token.length - 1]) {
        const found = scan(token.slice(0, length) + between + token);
        expect(found.map(({ complete }) => complete)).toEqual([false, true]);
        expect(found[1]?.wire).toBe(token);
      }
    }
  });

  it('finds where a token of a later version or an unknown kind ends', () => {
    const later = one(60).replace('QzSotto1m', 'QzSotto2x');
    expect(scan(`${later}abc`)).toMatchObject([{ end: later.length, wire: later, complete: true }]);
  });

  it('finds nothing where nothing is', () => {
    for (const text of [
      '',
      'Q',
      'Qz',
      'QzSott',
      'qzsotto1m',
      'BEGIN PGP MESSAGE',
      '----BEGIN PGP MESSAGE-----',
      'QzSXotto',
    ]) {
      expect(scan(text)).toEqual([]);
      expect(cheapMayContain(text)).toBe(false);
    }
  });
});

describe('hostile text', () => {
  it('never throws, and what it reports lies in order inside the text', () => {
    fc.assert(
      fc.property(rubbish, (text) => {
        let before = 0;
        const all = scan(text);
        for (const found of all) {
          expect(found.start).toBeGreaterThanOrEqual(before);
          expect(found.end).toBeGreaterThan(found.start);
          before = found.end;
        }
        expect(before).toBeLessThanOrEqual(text.length);
        expect(cheapMayContain(text)).toBe(all.length > 0);
      }),
      { numRuns: 500 },
    );
  });

  it('reports a token over the limit without decoding it', () => {
    const header = one(20).slice(0, 24);
    const [found] = scan(`${header}zzzz${'a'.repeat(10_000_000)}`);
    expect(found).toMatchObject({ start: 0, end: 10_000_028, complete: false });
    expect(found?.wire).toHaveLength(maxWireCharacters);
    expect(() => readToken(found?.wire ?? '')).toThrow('too_large');
  });

  it('reports it so though its end is where it should be', () => {
    const token = `${one(20).slice(0, 24)}${writeNumber(300_000, 4)}${'a'.repeat(encodedLength(300_000) + 6)}Zz`;
    expect(scan(token)).toMatchObject([{ start: 0, end: token.length, complete: false }]);
  });

  it('reports no more than so many', () => {
    expect(scan('QzSotto'.repeat(maxFound + 5))).toHaveLength(maxFound);
  });

  // Quadratic work on any of these would take minutes.
  it.each([
    ['Q'],
    ['Qz'],
    ['Q '],
    [`Q${' '.repeat(1000)}`],
    ['QzSotto'],
    [one(20).slice(0, 24) + '16oE'], // announces some 300 kB
    [`${one(20).slice(0, 24)}16oE${' '.repeat(500)}`],
    ['-'],
    ['G'],
    ['EGI'],
    ['-----BEGIN PGP MESSAGE-----'],
    ['-----BEGIN PGP MESSAGE-----:\n'],
    ['-----BEGIN PGP '],
    [`-----BEGIN PGP${' '.repeat(1000)}`],
    ['-----BEGIN PGP MESSAGE-----Version: -----END'],
    [' '],
    ['\u200b'],
  ])('takes linear time for 4 MB of %j', (piece) => {
    const text = piece.repeat(4_000_000 / piece.length);
    const begun = performance.now();
    scan(text);
    cheapMayContain(text);
    expect(performance.now() - begun).toBeLessThan(5000);
  });
});
