import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesThatFit, decodeBase62, encodeBase62, encodedLength, readNumber, writeNumber } from './base62';

const bytes = fc.uint8Array({ maxLength: 200 });

describe('base62', () => {
  it('gives back every body, in letters and digits, in the length it announced', () => {
    fc.assert(
      fc.property(bytes, (body) => {
        const text = encodeBase62(body);
        expect(text).toMatch(/^[0-9A-Za-z]*$/);
        expect(text).toHaveLength(encodedLength(body.length));
        expect(decodeBase62(text, body.length)).toEqual(body);
      }),
    );
  });

  it('agrees with plain arithmetic on one block', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 32 }), (block) => {
        const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
        const value = encodeBase62(block)
          .split('')
          .reduce((sum, digit) => sum * 62n + BigInt(digits.indexOf(digit)), 0n);
        expect(value).toBe(block.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n));
      }),
    );
  });

  it('writes 32 bytes in 43 characters, the largest block too', () => {
    expect(encodedLength(32)).toBe(43);
    expect(decodeBase62(encodeBase62(new Uint8Array(32).fill(255)), 32)).toEqual(
      new Uint8Array(32).fill(255),
    );
  });

  it('refuses numbers that their block cannot hold, in a whole block and in a last one', () => {
    expect(() => decodeBase62('z'.repeat(43), 32)).toThrow('bad_data');
    expect(() => decodeBase62('48', 1)).toThrow('bad_data'); // 256
    expect(decodeBase62('47', 1)).toEqual(Uint8Array.of(255));
  });

  it.each(['0', '000', '0-', '0é', '0\u0130'])('refuses %j as one byte', (text) => {
    expect(() => decodeBase62(text, 1)).toThrow('bad_data');
  });

  it('knows the most bytes that fit', () => {
    fc.assert(
      fc.property(fc.nat(500), (characters) => {
        const most = bytesThatFit(characters);
        expect(encodedLength(most)).toBeLessThanOrEqual(characters);
        expect(encodedLength(most + 1)).toBeGreaterThan(characters);
      }),
    );
  });

  it('writes numbers with leading zeros, and reads digits only', () => {
    expect(writeNumber(61, 3)).toBe('00z');
    expect(readNumber('00z')).toBe(61);
    expect(readNumber('zzzzzz')).toBe(62 ** 6 - 1);
    for (const text of ['-', '0 ', '\u0130']) expect(() => readNumber(text)).toThrow('bad_data');
  });
});
