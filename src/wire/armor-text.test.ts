import * as fc from 'fast-check';
// oxlint-disable-next-line no-restricted-imports -- the test wants real armor; the code under test does not
import { createMessage, encrypt, enums, generateKey, readKey, readMessage, unarmor } from 'openpgp';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CiphertextArmored, CiphertextBinary } from '../openpgp/types';
import { isArmor, writeArmorText } from './armor-text';
import { writeMessage } from './message-text';
import { cheapMayContain, scan } from './scanner';
import { noisy } from './testdata/noise';
import { readToken } from './token';

let message = '';
let certificate = '';
let short = '';

beforeAll(async () => {
  const { publicKey } = await generateKey({ userIDs: [{ name: 'Ada' }], format: 'armored' });
  certificate = publicKey;
  const text = 'words '.repeat(50);
  message = String(await encrypt({ message: await createMessage({ text }), passwords: 'x' }));
  short = String(await encrypt({ message: await createMessage({ text: 'a' }), passwords: 'x' }));
});

const changes: [string, (armor: string) => string][] = [
  ['nothing changed', (armor) => armor],
  ['CRLF', (armor) => armor.replaceAll('\n', '\r\n')],
  ['blank lines dropped', (armor) => armor.replaceAll('\n\n', '\n')],
  ['line breaks turned to spaces', (armor) => armor.replaceAll('\n', ' ')],
  ['line breaks removed', (armor) => armor.replaceAll('\n', '')],
  ['spaces turned to NBSP', (armor) => armor.replaceAll(' ', '\u00a0')],
  ['all white space turned to NBSP', (armor) => armor.replaceAll(/\s/g, '\u00a0')],
  ['all white space removed', (armor) => armor.replaceAll(/\s/g, '')],
  ['zero-width spaces everywhere', (armor) => armor.split('').join('\u200b')],
  ['padding removed', (armor) => armor.replaceAll(/=+\n/g, '\n')],
  ['headers', (armor) => armor.replace('\n\n', '\nVersion: GnuPG v2.0.22 (GNU/Linux)\nComment: a b\n\n')],
  ['headers and CRLF', (armor) => armor.replace('\n\n', '\nVersion: x\n\n').replaceAll('\n', '\r\n')],
  [
    'headers, line breaks turned to spaces',
    (armor) => armor.replace('\n\n', '\nVersion: GnuPG v2\n\n').replaceAll('\n', ' '),
  ],
  [
    'headers in brackets, line breaks removed',
    (armor) => armor.replace('\n\n', '\nVersion: (Linux)\n\n').replaceAll('\n', ''),
  ],
];

describe('finding armor', () => {
  it.each(changes)('brings it back: %s', async (_, change) => {
    for (const [armor, form] of [
      [message, 'message-armor'],
      [short, 'message-armor'],
      [certificate, 'certificate-armor'],
    ] as const) {
      const changed = change(armor.trim());
      const text = `12:04 Hi ${changed} Bye`;
      const found = scan(text);
      expect(cheapMayContain(text)).toBe(true);
      expect(found).toMatchObject([{ start: 9, end: 9 + changed.length, form, complete: true }]);
      const wire = found[0]?.wire ?? '';
      expect(isArmor(wire)).toBe(true);
      expect(wire.split('\n').every((line) => line.length <= 64)).toBe(true);
      expect((await unarmor(wire)).data).toEqual((await unarmor(armor)).data);
    }
    await readMessage({ armoredMessage: scan(change(message))[0]?.wire ?? '' });
    await readKey({ armoredKey: scan(change(certificate))[0]?.wire ?? '' });
  });

  it('drops the checksum, whether it is there or not', () => {
    const without = '-----BEGIN PGP MESSAGE-----\n\nwcAA\n-----END PGP MESSAGE-----\n';
    const [plain] = scan(without);
    const [checked] = scan(without.replace('wcAA\n', 'wcAA\n=abcd\n'));
    expect(plain?.wire).toBe(without);
    expect(checked?.wire).toBe(without);
  });

  it('tells the words of a header from data of one line', () => {
    const text = '-----BEGIN PGP MESSAGE----- Version: GnuPG v2  wcAA =abcd -----END PGP MESSAGE-----';
    expect(scan(text)[0]?.wire).toBe('-----BEGIN PGP MESSAGE-----\n\nwcAA\n-----END PGP MESSAGE-----\n');
  });

  it('finds it through noise, and always in the same shape', () => {
    fc.assert(
      fc.property(noisy, (disturb) => {
        expect(scan(disturb(message.trim()))).toMatchObject([
          { wire: scan(message)[0]?.wire, complete: true },
        ]);
      }),
    );
  });

  it('reports what is cut as incomplete, and finds the whole one after it', () => {
    for (let length = 27; length < message.trim().length; length += 5) {
      const cut = message.slice(0, length);
      expect(scan(cut)).toMatchObject([{ start: 0, form: 'message-armor', complete: false }]);
      expect(scan(`${cut}… ${message}`).map((found) => found.complete)).toEqual([false, true]);
    }
  });

  it.each([
    ['nothing inside', ''],
    ['other characters', 'wcA*AAAA'],
    ['a length that base64 never has', 'wcAAA'],
    ['padding in the middle', 'wc=AAA=='],
    ['headers only', 'Version: 1'],
  ])('does not call it complete with %s', (_, inside) => {
    const text = `-----BEGIN PGP MESSAGE-----\n\n${inside}\n-----END PGP MESSAGE-----`;
    expect(scan(text)).toMatchObject([{ start: 0, complete: false }]);
  });

  it('does not join a beginning of one type with an end of another', () => {
    const text = message.replace('END PGP MESSAGE', 'END PGP PUBLIC KEY BLOCK');
    expect(scan(text)).toMatchObject([{ complete: false }]);
  });

  it('leaves secret keys, signatures and signed texts alone', () => {
    for (const title of ['PRIVATE KEY BLOCK', 'SIGNATURE', 'SIGNED MESSAGE', 'MESSAGE, PART 1/2']) {
      expect(scan(message.replaceAll('PGP MESSAGE', `PGP ${title}`))).toEqual([]);
    }
  });

  it('does not take armor above 400,000 characters', () => {
    const long = writeArmorText('message', 'A'.repeat(400_000));
    const [found] = scan(long);
    expect(found?.complete).toBe(false);
    expect(found?.wire.length).toBeLessThanOrEqual(400_000);
    // Below the limit as it stands, above it with line breaks.
    const unbroken = `-----BEGIN PGP MESSAGE-----${'A'.repeat(399_000)}-----END PGP MESSAGE-----`;
    expect(scan(unbroken)).toMatchObject([{ complete: false }]);
    const spread = message.replace('\n\n', ' '.repeat(400_000));
    expect(scan(spread)).toMatchObject([{ complete: false }]);
    expect(scan(writeArmorText('message', 'A'.repeat(380_000)))).toMatchObject([{ complete: true }]);
  });

  it('finds tokens and armor in one text, in order', () => {
    const [token = ''] = writeMessage({
      ciphertext: binary(100),
      armored: null,
      limit: null,
      newlines: false,
    });
    const found = scan(`${token}${message}${token}\n${certificate}`);
    expect(found.map(({ form }) => form)).toEqual(['token', 'message-armor', 'token', 'certificate-armor']);
  });
});

const binary = (length: number) => new Uint8Array(length) as CiphertextBinary;

describe('writing a message', () => {
  it('writes armor where line breaks survive and it fits, else tokens', async () => {
    const armored = message as CiphertextArmored;
    const ciphertext = (await unarmor(message)).data as CiphertextBinary;
    expect(enums.armor.message).toBe((await unarmor(message)).type);
    const write = (limit: number | null, newlines: boolean, armor: CiphertextArmored | null = armored) =>
      writeMessage({ ciphertext, armored: armor, limit, newlines });
    expect(write(null, true)).toEqual([armored]);
    expect(write(armored.length, true)).toEqual([armored]);
    for (const parts of [
      write(armored.length - 1, true),
      write(null, false),
      write(null, true, null),
      write(200, true),
    ]) {
      expect(parts.every((part) => !isArmor(part) && readToken(part).kind === 'message')).toBe(true);
    }
    expect(readToken(write(null, false)[0] ?? '').body).toEqual(ciphertext);
  });
});
