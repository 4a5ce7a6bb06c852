import * as fc from 'fast-check';
import { entropyToMnemonic } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { describe, expect, it } from 'vitest';
import { isRecoveryCode, newRecoveryCode, readRecoveryCode } from './words';

const codes = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((entropy) => entropyToMnemonic(entropy, wordlist));
const failure = (typed: string) => {
  try {
    readRecoveryCode(typed);
    return null;
  } catch (thrown) {
    return thrown;
  }
};

describe('a recovery code', () => {
  it('is 24 words, others each time', () => {
    const code = newRecoveryCode();
    expect(code.split(' ')).toHaveLength(24);
    expect(isRecoveryCode(code)).toBe(true);
    expect(newRecoveryCode()).not.toBe(code);
  });

  it('is read however it is spaced, numbered and written', () => {
    fc.assert(
      fc.property(
        codes,
        fc.constantFrom(' ', '\n', '  ', ', ', '\t'),
        fc.boolean(),
        (code, space, numbered) => {
          const words = code
            .split(' ')
            .map((word, at) => (numbered ? `${at + 1}. ${word.toUpperCase()}` : word));
          expect(readRecoveryCode(` ${words.join(space)}\n`)).toBe(code);
        },
      ),
    );
  });

  it('says which word is on no list', () => {
    fc.assert(
      fc.property(codes, fc.nat(23), (code, at) => {
        const words = code.split(' ');
        words[at] = 'sotto';
        expect(failure(words.join(' '))).toMatchObject({ code: 'recovery_word', detail: String(at + 1) });
      }),
    );
  });

  it('says how many words there are instead of 24', () => {
    const words = newRecoveryCode().split(' ');
    expect(failure(words.slice(1).join(' '))).toMatchObject({ code: 'recovery_count', detail: '23' });
    expect(failure('')).toMatchObject({ code: 'recovery_count', detail: '0' });
  });

  it('notices most slips of the pen', () => {
    // The checksum has eight bits, so one slip in 256 goes by; the backup itself refuses that one.
    let noticed = 0;
    for (let round = 0; round < 400; round += 1) {
      const words = newRecoveryCode().split(' ');
      words[round % 24] = wordlist[(wordlist.indexOf(words[round % 24] ?? '') + 1) % 2048] ?? '';
      if (failure(words.join(' '))) noticed += 1;
    }
    expect(noticed).toBeGreaterThan(380);
  });
});
