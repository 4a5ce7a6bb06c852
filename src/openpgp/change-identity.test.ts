import { readKey, readPrivateKey } from 'openpgp';
import { describe, expect, test } from 'vitest';
import { historyOf, mergeCertificates } from './certificate-history';
import { inspectCertificates } from './certificate';
import { renameKey, revokeKey, setValidity } from './change-identity';
import { readMessage } from './decrypt';
import { packetsOf, partsOf } from './key-parts';
import { readRevocation, revokedCertificate } from './revoked';
import { settings } from './settings';
import { made } from './testing/made';
import { NOW, person, write, type Person } from './testing/people';
import type { CertificateBinary, CertificateSummary, SecretKeyBinary } from './types';

const LATER = NOW + 3_600_000;
const YEAR = 365 * 24 * 3_600_000;
const publicOf = async (secretKey: SecretKeyBinary) =>
  (await readPrivateKey({ binaryKey: secretKey })).toPublic().write();
const summaryAt = async (secretKey: SecretKeyBinary, now: number): Promise<CertificateSummary> => {
  const [summary] = await inspectCertificates(await publicOf(secretKey), now);
  if (!summary) throw new Error('no certificate');
  return summary;
};
const binary = async (options: Parameters<typeof made>[0]) =>
  new Uint8Array((await made(options)).write()) as SecretKeyBinary;
const signatureAt = async (from: Person, certificate: CertificateBinary, now: number, when: number) => {
  const { ciphertext } = await write('Hello', from, [], when);
  const read = await readMessage({
    ciphertext,
    secretKeys: [from.secretKey],
    certificates: [certificate],
    now,
  });
  return read.signature.kind;
};

describe.each([4, 6] as const)('an identity of version %i', (version) => {
  test('takes another name, and keeps its pin, its abilities and no other name that holds', async () => {
    const alice = await person('Alice', version);
    const secretKey = await renameKey(alice.secretKey, 'Alicia ‮ <b>', LATER);
    const summary = await summaryAt(secretKey, LATER);
    expect(summary).toMatchObject({ name: 'Alicia <b>', pin: alice.summary.pin, readsSeipd2: true });
    const key = await readKey({ binaryKey: await publicOf(secretKey) });
    const valid = await Promise.all(
      key.users.map((user) =>
        user.verify(new Date(LATER), settings).then(
          () => user.userID?.userID,
          () => null,
        ),
      ),
    );
    expect(valid.filter(Boolean)).toEqual(['Alicia <b>']);
    await expect(renameKey(secretKey, '‮', LATER)).rejects.toMatchObject({ code: 'bad_request' });
  });

  test('takes an earlier name again', async () => {
    const alice = await person('Alice', version);
    const other = await renameKey(alice.secretKey, 'Other', LATER);
    const back = await renameKey(other, 'Alice', LATER);
    expect((await summaryAt(back, LATER + 5000)).name).toBe('Alice');
    expect((await readPrivateKey({ binaryKey: back })).users).toHaveLength(2);
  });

  test('is valid for as long as is said, and longer or for ever again', async () => {
    const alice = await person('Alice', version);
    const short = await setValidity(alice.secretKey, NOW + YEAR, LATER);
    expect((await summaryAt(short, LATER)).expires).toBe(NOW + YEAR);
    await expect(summaryAt(short, NOW + YEAR + 1000)).rejects.toMatchObject({ code: 'certificate_expired' });
    const long = await setValidity(short, NOW + 3 * YEAR, LATER);
    expect((await summaryAt(long, NOW + 2 * YEAR)).expires).toBe(NOW + 3 * YEAR);
    const ever = await setValidity(long, null, NOW + 4 * YEAR);
    expect((await summaryAt(ever, NOW + 5 * YEAR)).expires).toBeNull();
    await expect(setValidity(ever, NOW, NOW)).rejects.toMatchObject({ code: 'validity_past' });
  });

  test('goes on signing, and what it signed before stays valid, for those who heard of it too', async () => {
    const alice = await person('Alice', version);
    const secretKey = await setValidity(await renameKey(alice.secretKey, 'Alicia', LATER), NOW + YEAR, LATER);
    const changed = {
      ...alice,
      secretKey,
      certificate: (await summaryAt(secretKey, LATER + 1000)).certificate,
    };
    const merged = await mergeCertificates(alice.summary.certificate, changed.certificate);
    for (const certificate of [await historyOf(secretKey), merged]) {
      expect(await signatureAt(changed, certificate, LATER + 10_000, LATER + 5000)).toBe('valid');
      expect(await signatureAt(alice, certificate, LATER + 10_000, NOW)).toBe('valid');
      // Once more, since the library remembers what it found at another time.
      expect(await signatureAt(alice, certificate, LATER + 10_000, NOW)).toBe('valid');
    }
    const [known] = await inspectCertificates(merged, LATER + 10_000);
    expect(known).toMatchObject({ name: 'Alicia', expires: NOW + YEAR });
    expect(await mergeCertificates(merged, changed.certificate)).toBe(merged);
    expect(await mergeCertificates(merged, alice.summary.certificate)).toBe(merged);
  });

  test('is revoked for a reason, which others can check', async () => {
    const alice = await person('Alice', version);
    const secretKey = await revokeKey(alice.secretKey, 'compromised', LATER);
    const shown = await revokedCertificate(secretKey);
    await expect(inspectCertificates(shown, LATER)).rejects.toMatchObject({ code: 'certificate_revoked' });
    expect(await readRevocation(shown)).toEqual({
      pin: alice.summary.pin,
      at: LATER,
      reason: 'compromised',
    });
    expect(shown.length).toBeLessThan(600);
    expect(await readRevocation(alice.certificate)).toBeNull();
    // It reads what was written to it before, and its own signatures of then hold.
    const { ciphertext } = await write('Hello', alice, []);
    const certificates = [await historyOf(secretKey)];
    const read = await readMessage({ ciphertext, secretKeys: [secretKey], certificates, now: LATER });
    expect(read).toMatchObject({ text: 'Hello', signature: { kind: 'valid' } });
  });
});

describe('a revocation', () => {
  test('that another key made is none', async () => {
    const [alice, eve] = [await person('Alice'), await person('Eve')];
    const revoked = await readKey({
      binaryKey: await revokedCertificate(await revokeKey(eve.secretKey, 'retired', LATER)),
    });
    const forged = partsOf(await readKey({ binaryKey: alice.certificate }));
    const bytes = packetsOf({ ...forged, revocations: revoked.revocationSignatures }).write();
    expect(await readRevocation(bytes)).toBeNull();
    expect(await readRevocation(new Uint8Array([1, 2, 3]))).toBeNull();
  });
});

describe('validity', () => {
  test('of subkeys that end earlier, or were revoked, stays what it was', async () => {
    const key = await made({
      keyExpirationTime: YEAR / 1000,
      subkeys: [{ keyExpirationTime: 30 * 24 * 3600 }, {}, {}],
    });
    const [, , third] = key.subkeys;
    if (!third) throw new Error('three subkeys');
    key.subkeys[2] = await third.revoke(key.keyPacket as never, {}, new Date(NOW), settings);
    const secretKey = new Uint8Array(key.write()) as SecretKeyBinary;
    const changed = await readKey({
      binaryKey: await publicOf(await setValidity(secretKey, NOW + 3 * YEAR, LATER)),
    });
    const ends = await Promise.all(
      changed.subkeys.map((subkey) => subkey.getExpirationTime(new Date(LATER))),
    );
    expect(ends[0]).toEqual(new Date(NOW - 60_000 + 30 * 24 * 3_600_000));
    expect(ends[1]).toEqual(new Date(NOW + 3 * YEAR));
    const states = changed.subkeys.map((subkey) =>
      subkey.verify(new Date(LATER), settings).then(
        () => 'valid',
        () => 'no',
      ),
    );
    expect(await Promise.all(states)).toEqual(['valid', 'valid', 'no']);
  });

  test.each([
    ['NIST P-521', { type: 'ecc', curve: 'nistP521' }],
    ['Ed448', { type: 'curve448', config: { v6Keys: true } }],
    ['RSA', { type: 'rsa', rsaBits: 2048 }],
  ] as [string, Parameters<typeof made>[0]][])(
    'is changed with %s keys',
    async (_, options) => {
      const secretKey = await setValidity(
        await renameKey(await binary(options), 'New', LATER),
        NOW + YEAR,
        LATER,
      );
      expect(await summaryAt(secretKey, LATER + 5000)).toMatchObject({ name: 'New', expires: NOW + YEAR });
    },
    30_000,
  );
});

test('nothing is changed without the primary secret key', async () => {
  const key = await made();
  (key.keyPacket as unknown as { makeDummy: () => void }).makeDummy();
  const secretKey = new Uint8Array(key.write()) as SecretKeyBinary;
  const code = { code: 'key_primary_elsewhere' };
  await expect(renameKey(secretKey, 'New', LATER)).rejects.toMatchObject(code);
  await expect(setValidity(secretKey, null, LATER)).rejects.toMatchObject(code);
  await expect(revokeKey(secretKey, 'retired', LATER)).rejects.toMatchObject(code);
});
