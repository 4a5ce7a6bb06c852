import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { describe, expect, it } from 'vitest';
import type { Pin } from '../openpgp/types';
import { safetyNumber } from './safety-number';

const pinOf = (text: string) => createHash('sha512').update(text).digest('hex') as Pin;
const [alice, bob, eve] = [pinOf('alice'), pinOf('bob'), pinOf('eve')];

/** The same by Node's own hash and big integers. */
function half(pin: Pin): { digits: string; words: string } {
  const key = Buffer.from(pin, 'hex');
  let hash = Buffer.concat([Buffer.from('Sotto safety number 1'), key]);
  for (let round = 0; round < 5200; round += 1)
    hash = createHash('sha512')
      .update(round === 0 ? hash : Buffer.concat([hash, key]))
      .digest();
  const groups = Array.from({ length: 6 }, (_, at) => hash.readUIntBE(at * 5, 5) % 100_000);
  let rest = BigInt(`0x${hash.subarray(30, 41).toString('hex')}`);
  const words: string[] = [];
  for (let at = 0; at < 8; at += 1) {
    words.unshift(wordlist[Number(rest % 2048n)] ?? '');
    rest /= 2048n;
  }
  return { digits: groups.map((group) => String(group).padStart(5, '0')).join(''), words: words.join(' ') };
}

describe('a safety number', () => {
  it('is the same for both, in twelve groups of digits and sixteen words', async () => {
    const number = await safetyNumber(alice, bob);
    expect(await safetyNumber(bob, alice)).toEqual(number);
    const halves = [half(alice), half(bob)].sort((one, other) => (one.digits < other.digits ? -1 : 1));
    expect(number.digits.join('')).toBe(halves.map(({ digits }) => digits).join(''));
    expect(number.words.join(' ')).toBe(halves.map(({ words }) => words).join(' '));
    expect(number.digits).toHaveLength(12);
    expect(number.words).toHaveLength(16);
    for (const group of number.digits) expect(group).toMatch(/^\d{5}$/);
  });

  it('is another one where somebody stands between the two', async () => {
    const [hers, his] = [await safetyNumber(alice, eve), await safetyNumber(eve, bob)];
    expect(hers.digits).not.toEqual(his.digits);
    expect(hers.words).not.toEqual(his.words);
  });

  it('never has a word that is not on the list', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), async (text) => {
        const { words } = await safetyNumber(alice, pinOf(text));
        expect(words.every((word) => wordlist.includes(word))).toBe(true);
      }),
      { numRuns: 5 },
    );
  });
});
