import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeNumber } from './base62';
import { crc32 } from './checksum';
import { maxBodyBytes, maxParts, maxWireCharacters } from './limits';
import { noisy } from './testdata/noise';
import { readToken, writeTokens, type TokenKind } from './token';

const kinds = fc.constantFrom<TokenKind>('message', 'invitation', 'acceptance');
const body = fc.uint8Array({ maxLength: 2000, size: 'max' });
const bytes = (length: number) => Uint8Array.from({ length }, (_, at) => (at * 7919 + (at >> 8)) & 0xff);

function one(content: Uint8Array, kind: TokenKind = 'message'): string {
  const [token = ''] = writeTokens({ kind, body: content, limit: null });
  return token;
}

/** A token with some fields overwritten and its checksum right. */
function forge(token: string, at: number, text: string): string {
  const checked = (token.slice(0, at) + text + token.slice(at + text.length)).slice(0, -8);
  return checked + writeNumber(crc32(checked), 6) + 'Zz';
}

describe('a token', () => {
  it('gives back body and kind, and is one word of letters and digits that starts with a letter', () => {
    fc.assert(
      fc.property(kinds, body, (kind, content) => {
        const token = one(content, kind);
        expect(token).toMatch(/^[A-Za-z][0-9A-Za-z]+$/);
        expect(readToken(token)).toMatchObject({ kind, index: 0, total: 1, body: content });
      }),
    );
  });

  it('is read through noise between any two characters', () => {
    fc.assert(
      fc.property(body, noisy, (content, disturb) => {
        expect(readToken(disturb(one(content))).body).toEqual(content);
      }),
    );
    const token = one(bytes(50));
    expect(readToken(token.split('').join('\u00ad \u200b\n')).body).toEqual(bytes(50));
  });

  it('is refused with any one character changed', () => {
    const token = one(bytes(70));
    for (let at = 0; at < token.length; at += 1) {
      for (const other of ['0', 'A', 'z', 'Q', '-', 'é']) {
        if (token[at] === other) continue;
        const changed = token.slice(0, at) + other + token.slice(at + 1);
        expect(() => readToken(changed)).toThrow(/^(bad_data|too_large)/);
      }
    }
  });

  it('is refused, or the same, with any bits of its characters flipped', () => {
    fc.assert(
      fc.property(body, fc.nat(), fc.integer({ min: 1, max: 127 }), (content, where, mask) => {
        const token = one(content);
        const at = where % token.length;
        const flipped = String.fromCharCode(token.charCodeAt(at) ^ mask);
        expect(() => readToken(token.slice(0, at) + flipped + token.slice(at + 1))).toThrow(
          /^(bad_data|too_large)/,
        );
      }),
    );
  });

  it('is refused when two neighbours change places', () => {
    const token = one(bytes(70));
    for (let at = 1; at < token.length; at += 1) {
      const [a, b] = [token.charAt(at - 1), token.charAt(at)];
      if (a === b) continue;
      expect(() => readToken(token.slice(0, at - 1) + b + a + token.slice(at + 1))).toThrow('bad_data');
    }
  });

  it('is refused when cut anywhere, or with anything before or after it', () => {
    const token = one(bytes(70));
    for (let length = 0; length < token.length; length += 1) {
      expect(() => readToken(token.slice(0, length))).toThrow('bad_data');
      expect(() => readToken(token.slice(token.length - length))).toThrow('bad_data');
    }
    expect(() => readToken(`${token}0`)).toThrow('bad_data');
    expect(() => readToken(`a${token}`)).toThrow('bad_data');
  });

  it('is refused when a field is out of its range, though the checksum is right', () => {
    const token = one(bytes(70));
    expect(readToken(forge(token, 8, 'i')).kind).toBe('invitation');
    for (const [at, text] of [
      [7, '2'], // version
      [8, 'x'], // kind
      [9, 'AAAAAAAAAAA'], // message id of another body
      [20, '01'], // index 1 of 1
      [22, '00'], // no parts
      [22, '13'], // 65 parts
    ] as const) {
      expect(() => readToken(forge(token, at, text)), `${text} at ${at}`).toThrow('bad_data');
    }
    expect(() => readToken(forge(one(new Uint8Array()), 22, '02'))).toThrow('bad_data'); // an empty part of two
  });

  it('is refused as too large by what it announces and by what it is', () => {
    expect(() => readToken(forge(one(bytes(70)), 24, 'zzzz'))).toThrow('too_large');
    expect(() => readToken('Q'.repeat(10_000_000))).toThrow('too_large');
  });

  it('does not spell the magic twice', () => {
    const spelling = one(bytes(64)).slice(28, 50);
    const content = readPayload(`0QzSotto${spelling}`.padEnd(43, '0'));
    expect(() => one(content)).toThrow('unexpected');
  });
});

function readPayload(block: string): Uint8Array {
  const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
  const value = block.split('').reduce((sum, digit) => sum * 62n + BigInt(digits.indexOf(digit)), 0n);
  return Uint8Array.from(Buffer.from(value.toString(16).padStart(64, '0'), 'hex'));
}

describe('writing within a limit', () => {
  it('makes as many tokens as it must, none over the limit and none much shorter than another', () => {
    fc.assert(
      fc.property(fc.nat(20_000), fc.integer({ min: 100, max: 5000 }), (length, limit) => {
        const room = Math.floor((limit - 36) / 1.34375);
        fc.pre(Math.ceil(length / room) < maxParts);
        const tokens = writeTokens({ kind: 'message', body: bytes(length), limit });
        const lengths = tokens.map((token) => token.length);
        expect(Math.max(...lengths)).toBeLessThanOrEqual(limit);
        expect(tokens.length).toBeLessThanOrEqual(Math.ceil(length / (room - 1)) || 1);
        expect(tokens.map((token) => readToken(token).index)).toEqual(tokens.map((_, index) => index));
        expect(new Set(tokens.map((token) => readToken(token).messageId)).size).toBe(1);
      }),
    );
  });

  it('fills 64 tokens and no more', () => {
    const limit = 36 + 43;
    expect(writeTokens({ kind: 'message', body: bytes(64 * 32), limit })).toHaveLength(64);
    expect(() => writeTokens({ kind: 'message', body: bytes(64 * 32 + 1), limit })).toThrow('too_long');
  });

  it('refuses limits that hold no token, and bodies above 1 MiB', () => {
    expect(() => writeTokens({ kind: 'message', body: bytes(1), limit: 37 })).toThrow('too_long');
    expect(writeTokens({ kind: 'message', body: bytes(1), limit: 38 })).toHaveLength(1);
    expect(() => writeTokens({ kind: 'message', body: new Uint8Array(), limit: 35 })).toThrow('too_long');
    expect(writeTokens({ kind: 'message', body: new Uint8Array(), limit: 36 })).toHaveLength(1);
    expect(() => writeTokens({ kind: 'message', body: bytes(1), limit: -5 })).toThrow('too_long');
    expect(() => writeTokens({ kind: 'message', body: bytes(maxBodyBytes + 1), limit: null })).toThrow(
      'too_long',
    );
  });

  it('writes the largest body in tokens that a reader takes', () => {
    const tokens = writeTokens({ kind: 'message', body: bytes(maxBodyBytes), limit: null });
    expect(Math.max(...tokens.map((token) => token.length))).toBeLessThanOrEqual(maxWireCharacters);
    expect(tokens).toHaveLength(4);
    expect(readToken(tokens[3] ?? '').total).toBe(4);
  });
});
