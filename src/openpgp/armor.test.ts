import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { armorCiphertext, dearmorCiphertext, readArmor } from './armor';
import { olderCertificate, person, write, type Person } from './testing/people';
import type { CiphertextBinary } from './types';

let alice: Person;
let newer: CiphertextBinary;
let older: CiphertextBinary;
beforeAll(async () => {
  alice = await person('Alice');
  newer = (await write('x', alice, [])).ciphertext;
  older = (await write('x', alice, [await olderCertificate()])).ciphertext;
});

const bad = (text: string) =>
  expect(() => dearmorCiphertext(text)).toThrow(expect.objectContaining({ code: 'bad_data' }));

describe('armor', () => {
  test('comes back as the same bytes', () => {
    for (const ciphertext of [newer, older])
      expect(dearmorCiphertext(armorCiphertext(ciphertext))).toEqual(ciphertext);
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 2000 }), (bytes) => {
        const own = new Uint8Array(bytes) as CiphertextBinary;
        expect(dearmorCiphertext(armorCiphertext(own))).toEqual(own);
      }),
    );
  });

  test('has a checksum for SEIPDv1 alone (RFC 9580 6.1)', () => {
    expect(armorCiphertext(newer)).not.toMatch(/^=/m);
    expect(armorCiphertext(older)).toMatch(/^=[\w+/]{4}$/m);
  });

  test('is read with other line ends, headers, white space and any checksum', () => {
    const text = armorCiphertext(older);
    const forms = [
      text.replaceAll('\n', '\r\n'),
      ` \n${text}\n\n`,
      text.replace('\n\n', '\nVersion: GnuPG v2\nComment: hi: there\n\n'),
      text.replace('\n\n', '\n \t\n'),
      text.replaceAll(/\n(?=[\w+/])/g, ' \n'),
      text.replace(/^=[\w+/]{4}$/m, '=AAAA'),
      text.replace(/^=[\w+/]{4}\n/m, ''),
    ];
    for (const form of forms) expect(dearmorCiphertext(form)).toEqual(older);
  });

  test('is refused in every other form', () => {
    const text = armorCiphertext(newer);
    bad('');
    bad('hello');
    bad(`hello ${text}`);
    bad(`${text}hello`);
    bad(text + text);
    bad(text.slice(0, -5));
    bad(text.replace('\n\n', '\n'));
    bad(text.replaceAll('MESSAGE', 'PUBLIC KEY BLOCK'));
    bad(text.replace('END PGP MESSAGE', 'END PGP SIGNATURE'));
    bad(text.replace(/\n\n.{5}/, '\n\nä$%&!'));
    bad('-----BEGIN PGP MESSAGE-----\n\n-----END PGP MESSAGE-----');
    expect(() => dearmorCiphertext('x'.repeat(2_000_000))).toThrow(
      expect.objectContaining({ code: 'too_large' }),
    );
  });

  test('of any text throws a SottoError or gives bytes, at once', () => {
    const pieces = fc.constantFrom(
      '-----BEGIN PGP MESSAGE-----',
      '-----END PGP MESSAGE-----',
      '\n',
      '\n\n',
      'AAAA',
      '=',
      'a: b',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 12 }), (parts) => {
        try {
          expect(dearmorCiphertext(parts.join(''))).toBeInstanceOf(Uint8Array);
        } catch (error) {
          expect(error).toMatchObject({ code: 'bad_data' });
        }
      }),
      { numRuns: 500 },
    );
    const started = performance.now();
    expect(readArmor('-----BEGIN PGP MESSAGE-----\n'.repeat(30_000))).toEqual([]);
    expect(readArmor(`-----BEGIN PGP MESSAGE-----\n${'a: b\n'.repeat(200_000)}`)).toEqual([]);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
