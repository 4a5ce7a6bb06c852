/**
 * Bytes as letters and digits. A block of 32 bytes is one number, big-endian, written in 43 base-62 digits with
 * leading zeros; a last block of r bytes takes as few digits as hold every number of r bytes. Blocks keep the time
 * linear, where one number for the whole body would make it quadratic.
 */
import { SottoError } from '../protocol/errors';

/** In the order of ASCII, which is also GMP's. */
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const notADigit = 0xff;
const values = new Uint8Array(128).fill(notADigit);
for (let value = 0; value < digits.length; value += 1) values[digits.charCodeAt(value)] = value;

const blockBytes = 32;
const limbs = 16;
/** Digits are handled five at a time: 62^5 times a limb of 16 bits stays far below 2^53. */
const groupDigits = 5;
const groupBase = 62 ** groupDigits;
/** Reading is what a chat does most: there two digits at a time keep every number a whole one of 31 bits. */
const pairDigits = 2;
const pairBase = 62 ** pairDigits;

/** Digits of a block of each size. log2(62) is irrational, so the quotient is never a whole number but 0. */
const digitsOf = Array.from({ length: blockBytes + 1 }, (_, bytes) => Math.ceil((bytes * 8) / Math.log2(62)));
const blockDigits = digitsOf[blockBytes] ?? 0;

/** The value of one character code as a digit, or -1. */
export function digitValue(code: number): number {
  const value = values[code] ?? notADigit;
  return value === notADigit ? -1 : value;
}

/** How many characters `bytes` bytes take. */
export function encodedLength(bytes: number): number {
  return Math.floor(bytes / blockBytes) * blockDigits + (digitsOf[bytes % blockBytes] ?? 0);
}

/** The most bytes that fit into `characters` characters; 0 if none do. */
export function bytesThatFit(characters: number): number {
  if (characters <= 0) return 0;
  const rest = characters % blockDigits;
  const tail = digitsOf.findLastIndex((needed) => needed <= rest);
  return Math.floor(characters / blockDigits) * blockBytes + tail;
}

export function encodeBase62(bytes: Uint8Array): string {
  const blocks: string[] = [];
  for (let at = 0; at < bytes.length; at += blockBytes)
    blocks.push(encodeBlock(bytes.subarray(at, at + blockBytes)));
  return blocks.join('');
}

/**
 * The inverse of {@link encodeBase62} for a body of `length` bytes.
 * Each body has one encoding only: digits missing or over, other characters and numbers that
 * do not fit their block throw `bad_data`.
 */
export function decodeBase62(text: string, length: number): Uint8Array<ArrayBuffer> {
  if (text.length !== encodedLength(length)) throw new SottoError('bad_data');
  const bytes = new Uint8Array(length);
  const number = new Int32Array(limbs);
  for (let start = 0, from = 0; start < length; start += blockBytes, from += blockDigits) {
    const to = Math.min(from + blockDigits, text.length);
    decodeBlock(text, [from, to], bytes, [start, Math.min(start + blockBytes, length)], number);
  }
  return bytes;
}

function encodeBlock(block: Uint8Array): string {
  const number = new Uint16Array(limbs);
  const shift = blockBytes - block.length;
  block.forEach((byte, at) => {
    const place = at + shift;
    number[place >> 1] = (number[place >> 1] ?? 0) | (place & 1 ? byte : byte << 8);
  });
  const count = digitsOf[block.length] ?? 0;
  let text = '';
  while (text.length < count) text = divide(number) + text;
  return text.slice(text.length - count);
}

/** Divides the number in place by 62^5 and returns the remainder as five digits. */
function divide(number: Uint16Array): string {
  let rest = 0;
  for (let at = 0; at < limbs; at += 1) {
    const value = rest * 0x10000 + (number[at] ?? 0);
    const quotient = Math.floor(value / groupBase);
    number[at] = quotient;
    rest = value - quotient * groupBase;
  }
  return writeNumber(rest, groupDigits);
}

/** Writes the number in the digits `text[from, to)` to `into[start, end)`. `number` is scratch space of one block. */
function decodeBlock(
  text: string,
  [from, to]: readonly [number, number],
  into: Uint8Array,
  [start, end]: readonly [number, number],
  number: Int32Array,
): void {
  let used = 0;
  // The groups end where the block does, so it is the first that may be short.
  let next = to - pairDigits * Math.ceil((to - from) / pairDigits);
  for (let at = from; at < to;) {
    next += pairDigits;
    let carry = 0;
    for (; at < next; at += 1) carry = carry * 62 + readDigit(text, at);
    for (let limb = 0; limb < used; limb += 1) {
      const value = Math.imul(number[limb] ?? 0, pairBase) + carry;
      carry = value >> 16;
      number[limb] = value & 0xffff;
    }
    if (carry === 0) continue;
    if (used === limbs) throw new SottoError('bad_data');
    number[used] = carry;
    used += 1;
  }
  number.fill(0, used);
  for (let place = 0; place < blockBytes; place += 1) {
    const byte = ((number[place >> 1] ?? 0) >> (place & 1 ? 8 : 0)) & 0xff;
    if (place < end - start) into[end - 1 - place] = byte;
    else if (byte !== 0) throw new SottoError('bad_data');
  }
}

function readDigit(text: string, at: number): number {
  const value = values[text.charCodeAt(at)] ?? notADigit;
  if (value === notADigit) throw new SottoError('bad_data');
  return value;
}

/** A whole number from 0 to 62^width - 1 in exactly `width` digits, at most eight. */
export function writeNumber(value: number, width: number): string {
  let text = '';
  for (let rest = value; text.length < width; rest = Math.floor(rest / 62))
    text = digits.charAt(rest % 62) + text;
  return text;
}

/** The inverse of {@link writeNumber}, for at most eight digits. Other characters throw `bad_data`. */
export function readNumber(text: string): number {
  let value = 0;
  for (let at = 0; at < text.length; at += 1) value = value * 62 + readDigit(text, at);
  return value;
}
