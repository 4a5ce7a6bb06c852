/**
 * The safety number of two people: the same for both, to be compared by voice, by eye or by QR code. Each person's half
 * stands for their primary key alone, so a third person would have to find a key with a given half: two different keys
 * with one half are of no use. Made as Signal makes its own (30 digits a person, SHA-512 in 5,200 rounds), over our pins.
 * https://signal.org/blog/safety-number-updates/
 */
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { concatBytes, fromHex, utf8 } from '../openpgp/bytes';
import type { Pin } from '../openpgp/types';

const ROUNDS = 5200;
const DOMAIN = utf8.encode('Sotto safety number 1');
/** Five bytes make five digits, so that none of them is likelier than another by more than one in ten million. */
const GROUPS = 6;
const GROUP_BYTES = 5;
/** 88 bits, in words of 11. */
const WORDS = 8;
const WORD_BITS = 11;

export type SafetyNumber = {
  /** Twelve groups of five digits. */
  readonly digits: readonly string[];
  /** Sixteen words: the same in another form, for the telephone. */
  readonly words: readonly string[];
};

type Half = { readonly digits: readonly string[]; readonly words: readonly string[] };

export async function safetyNumber(one: Pin, other: Pin): Promise<SafetyNumber> {
  const halves = await Promise.all([one, other].map(halfOf));
  halves.sort((first, second) => (first.digits.join('') < second.digits.join('') ? -1 : 1));
  return {
    digits: halves.flatMap(({ digits }) => digits),
    words: halves.flatMap(({ words }) => words),
  };
}

async function halfOf(pin: Pin): Promise<Half> {
  const key = fromHex(pin);
  let hash: Uint8Array<ArrayBuffer> = concatBytes(DOMAIN, key);
  for (let round = 0; round < ROUNDS; round += 1)
    hash = new Uint8Array(await crypto.subtle.digest('SHA-512', round === 0 ? hash : concatBytes(hash, key)));
  const digits = Array.from({ length: GROUPS }, (_, at) => {
    const bytes = hash.subarray(at * GROUP_BYTES, (at + 1) * GROUP_BYTES);
    return String(bytes.reduce((value, byte) => value * 256 + byte, 0) % 100_000).padStart(5, '0');
  });
  const bits = [...hash.subarray(GROUPS * GROUP_BYTES, GROUPS * GROUP_BYTES + (WORDS * WORD_BITS) / 8)]
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('');
  const words = Array.from({ length: WORDS }, (_, at) => {
    const index = Number.parseInt(bits.slice(at * WORD_BITS, (at + 1) * WORD_BITS), 2);
    return wordlist[index] ?? '';
  });
  return { digits, words };
}
