import { armor, encryptKey, enums, readKey, readPrivateKey, type KeyOptions, type PrivateKey } from 'openpgp';
import { describe, expect, test } from 'vitest';
import { armorCertificate } from './certificate';
import { concatBytes, utf8 } from './bytes';
import { readMessage } from './decrypt';
import { packetsOf, partsOf } from './key-parts';
import { exportSecretKey } from './secret-export';
import { findSecretKeys, importSecretKey } from './secret-import';
import { settings } from './settings';
import { packet } from './testing/hostile';
import { certificateOf, made } from './testing/made';
import { NOW, person, write } from './testing/people';

const WORDS = 'Grüße aus Köln';
const cheap = {
  ...settings,
  s2kType: enums.s2k.iterated as const,
  s2kIterationCountByte: 10,
  aeadProtect: false,
};
const locked = async (key: PrivateKey, passphrase = WORDS) =>
  (await encryptKey({ privateKey: key, passphrase, config: cheap })).write();
const armored = (bytes: Uint8Array) => armor(enums.armor.privateKey, bytes);
const fingerprintOf = (key: PrivateKey) => key.getFingerprint();
const code = (expected: string) => ({ code: expected });

describe('secret keys', () => {
  test('are found in text with anything around them, in binary, and several at once', async () => {
    const [one, two] = [await made({ userIDs: { name: 'One' } }), await made({ userIDs: { name: 'Two' } })];
    const inputs = [
      `Hi!\n${armored(one.write())}\nand\r\n${armored(await locked(two)).replaceAll('\n', '\r\n')}`,
      utf8.encode(`${armored(one.write())}${armored(await locked(two))}`),
      concatBytes(one.write(), await locked(two)),
      // GnuPG's secret keys with a certificate between them.
      concatBytes(one.write(), certificateOf(one), await locked(two)),
    ];
    for (const input of inputs) {
      const found = await findSecretKeys(input, NOW);
      expect(found.map(({ name, isProtected, problem }) => [name, isProtected, problem])).toEqual([
        ['One', false, null],
        ['Two', true, null],
      ]);
    }
  });

  test('are unlocked by their passphrase, however the letters are put together, and by no other', async () => {
    const key = await made();
    const input = await locked(key);
    for (const passphrase of [WORDS, WORDS.normalize('NFD')]) {
      const { secretKey, summary, revocation } = await importSecretKey(
        input,
        fingerprintOf(key),
        passphrase,
        NOW,
      );
      expect((await readPrivateKey({ binaryKey: secretKey })).isDecrypted()).toBe(true);
      expect(summary.fingerprint).toBe(fingerprintOf(key));
      expect(revocation).toContain('BEGIN PGP PUBLIC KEY BLOCK');
    }
    const wrong = importSecretKey(input, fingerprintOf(key), 'other', NOW);
    await expect(wrong).rejects.toMatchObject({ code: 'key_passphrase', detail: 'Made' });
    await expect(importSecretKey(input, 'f'.repeat(40), WORDS, NOW)).rejects.toMatchObject(code('key_none'));
  });

  test('lose what their owner did not say: others’ signatures, pictures, and subkeys that are not theirs', async () => {
    const [key, eve] = [await made(), await made({ userIDs: { name: 'Eve' } })];
    const signed = await key.signAllUsers([eve], new Date(NOW));
    const foreign = partsOf(eve).subkeys;
    const parts = partsOf(signed);
    const bytes = packetsOf({ ...parts, subkeys: [...parts.subkeys, ...foreign] }).write();
    const { secretKey } = await importSecretKey(bytes, fingerprintOf(key), '', NOW);
    const kept = await readPrivateKey({ binaryKey: secretKey });
    expect(kept.subkeys).toHaveLength(1);
    expect(kept.users.flatMap(({ otherCertifications }) => otherCertifications)).toEqual([]);
  });

  test('with hostile names are shown safely, and a name of a megabyte is no name', async () => {
    const key = await made({ userIDs: [{ name: '<img src=x onerror=alert(1)>\u202Eecila' }] });
    const { summary } = await importSecretKey(key.write(), fingerprintOf(key), '', NOW);
    expect(summary.name).toBe('<img src=x onerror=alert(1)>ecila');
    const huge = await made({ userIDs: [{ name: 'a'.repeat(900_000) }, { name: 'Small' }] });
    const [found] = await findSecretKeys(huge.write(), NOW);
    expect(found?.name.length).toBeLessThanOrEqual(100);
    const { secretKey } = await importSecretKey(huge.write(), fingerprintOf(huge), '', NOW);
    expect(secretKey.length).toBeLessThan(5000);
  });

  test.each([
    ['Ed448', { type: 'curve448', config: { v6Keys: true, aeadProtect: true } }],
    ['NIST P-384', { type: 'ecc', curve: 'nistP384' }],
  ] as [string, Partial<KeyOptions>][])(
    'with %s write messages that are read',
    async (_, options) => {
      const key = await made(options);
      const imported = await importSecretKey(key.write(), fingerprintOf(key), '', NOW);
      const { secretKey, summary } = imported;
      const author = { secretKey, summary, certificate: summary.certificate, revocation: '' };
      const { ciphertext } = await write('Hello', author, []);
      const read = await readMessage({
        ciphertext,
        secretKeys: [secretKey],
        certificates: [summary.certificate],
        now: NOW,
      });
      expect(read).toMatchObject({ text: 'Hello', signature: { kind: 'valid', pin: summary.pin } });
    },
    30_000,
  );

  test('whose primary part is kept elsewhere can be used, and cannot be changed', async () => {
    const key = await made({ subkeys: [{}, { sign: true }] });
    (key.keyPacket as unknown as { makeDummy: () => void }).makeDummy();
    const { revocation } = await importSecretKey(key.write(), fingerprintOf(key), '', NOW);
    expect(revocation).toBeNull();
    const stub = await made();
    for (const { keyPacket } of stub.subkeys) (keyPacket as unknown as { makeDummy: () => void }).makeDummy();
    await expect(importSecretKey(stub.write(), fingerprintOf(stub), '', NOW)).rejects.toMatchObject(
      code('key_elsewhere'),
    );
  });
});

describe('what cannot be imported says why', () => {
  const problemOf = async (key: PrivateKey) => (await findSecretKeys(key.write(), NOW))[0]?.problem;

  test.each([
    ['key_none', 'Just a text.'],
    ['key_none', new Uint8Array()],
    ['key_damaged', '-----BEGIN PGP PRIVATE KEY BLOCK-----\n\nabc'],
    ['key_damaged', new Uint8Array([0xc5, 0xff, 0, 0, 0, 9, 4])],
    ['too_large', 'x'.repeat(1_100_000)],
  ])('%s', async (expected, input) => {
    await expect(findSecretKeys(input, NOW)).rejects.toMatchObject(code(expected));
  });

  test('certificates, keys cut short, and keys of version 3', async () => {
    const key = await made();
    const certificate = armorCertificate((await person('Alice')).certificate);
    await expect(findSecretKeys(certificate, NOW)).rejects.toMatchObject(code('key_public'));
    const cut = key.write().subarray(0, 150);
    await expect(findSecretKeys(cut, NOW)).rejects.toMatchObject(code('key_damaged'));
    const old = packet(enums.packet.secretKey, new Uint8Array([3, 0, 0, 0, 1, 0, 0, 1, 0, 8, 255]));
    await expect(findSecretKeys(old, NOW)).rejects.toMatchObject(code('key_weak'));
  });

  test('expired, revoked, weak, without an encryption subkey, and dated ahead', async () => {
    expect(await problemOf(await made({ keyExpirationTime: 10 }))).toBe('key_expired');
    expect(await problemOf(await (await made()).revoke({}, new Date(NOW)))).toBe('key_revoked');
    expect(await problemOf(await made({ type: 'rsa', rsaBits: 1024 }))).toBe('key_weak');
    expect(await problemOf(await made({ subkeys: [] }))).toBe('key_no_encryption');
    expect(await problemOf(await made({ date: new Date(NOW + 86_400_000) }))).toBe('key_not_yet');
  }, 30_000);

  test('with a broken binding, or with another’s secret numbers', async () => {
    const [key, other] = [await made(), await made()];
    const parts = partsOf(key);
    const [bound] = parts.subkeys;
    const [foreign] = partsOf(other).subkeys;
    if (!bound || !foreign) throw new Error('one subkey each');
    const broken = packetsOf({ ...parts, subkeys: [{ ...bound, key: foreign.key }] }).write();
    expect((await findSecretKeys(broken, NOW))[0]?.problem).toBe('key_damaged');
    (key.keyPacket as unknown as { privateParams: object }).privateParams = (
      other.keyPacket as unknown as { privateParams: object }
    ).privateParams;
    const mixed = importSecretKey(key.write(), fingerprintOf(key), '', NOW);
    await expect(mixed).rejects.toMatchObject(code('key_damaged'));
  });
});

describe('a secret key that goes out', () => {
  test.each([
    [4, 'everywhere', [254, enums.symmetric.aes256, enums.s2k.iterated]],
    [4, 'newest', [253, enums.symmetric.aes256, enums.aead.gcm, enums.s2k.argon2]],
    [6, 'everywhere', [253, enums.symmetric.aes256, enums.aead.gcm, enums.s2k.argon2]],
  ] as const)(
    'in version %i, %s, is under a passphrase and comes back',
    async (version, form, usage) => {
      const alice = await person('Alice', version);
      const text = await exportSecretKey(alice.secretKey, WORDS, form);
      const key = await readPrivateKey({ armoredKey: text });
      const found = (await findSecretKeys(text, NOW))[0];
      expect(found).toMatchObject({ name: 'Alice', isProtected: true, problem: null });
      const secret = key.keyPacket as unknown as {
        s2kUsage: number;
        symmetric: number;
        aead: number;
        s2k: { algorithm: number; type: string };
      };
      const type = secret.s2k.type === 'argon2' ? enums.s2k.argon2 : enums.s2k.iterated;
      expect([
        secret.s2kUsage,
        secret.symmetric,
        ...(secret.s2kUsage === 253 ? [secret.aead] : []),
        type,
      ]).toEqual([...usage]);
      const back = await importSecretKey(text, alice.summary.fingerprint, WORDS, NOW);
      expect(back.secretKey).toEqual(alice.secretKey);
      expect(back.summary.pin).toBe(alice.summary.pin);
    },
    60_000,
  );

  test('holds withdrawn names too, for other programs to withdraw', async () => {
    const { secretKey, summary } = await person('Alice');
    const { renameKey } = await import('./change-identity');
    const text = await exportSecretKey(await renameKey(secretKey, 'Alicia', NOW), WORDS, 'everywhere');
    const key = await readKey({ armoredKey: text });
    expect(key.getUserIDs().sort()).toEqual(['Alice', 'Alicia']);
    const { secretKey: back } = await importSecretKey(text, summary.fingerprint, WORDS, NOW);
    expect((await readPrivateKey({ binaryKey: back })).users).toHaveLength(2);
  }, 60_000);
});
