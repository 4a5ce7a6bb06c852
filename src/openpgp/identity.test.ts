import { enums, readKey, readPrivateKey, revokeKey } from 'openpgp';
import { describe, expect, test } from 'vitest';
import { inspectCertificates } from './certificate';
import { generateIdentity } from './identity';
import { NOW } from './testing/people';

describe.each([
  [4, enums.publicKey.eddsaLegacy, enums.publicKey.ecdh],
  [6, enums.publicKey.ed25519, enums.publicKey.x25519],
] as const)('an identity of version %i', (version, signing, encryption) => {
  test('has its algorithms, its name and its time, and no expiry', async () => {
    const { certificate } = await generateIdentity({ name: 'Zoë', version, now: NOW + 999 });
    const key = await readKey({ binaryKey: certificate });
    expect(key.keyPacket.version).toBe(version);
    expect(key.keyPacket.algorithm).toBe(signing);
    expect(key.subkeys.map(({ keyPacket }) => keyPacket.algorithm)).toEqual([encryption]);
    expect(key.getUserIDs()).toEqual(['Zoë']);
    expect(key.getCreationTime()).toEqual(new Date(NOW));
    expect(await key.getExpirationTime()).toBe(Infinity);
    expect(key.isPrivate()).toBe(false);
  });

  test('has a secret key that fits and is not locked', async () => {
    const { certificate, secretKey } = await generateIdentity({ name: 'A', version, now: NOW });
    const key = await readPrivateKey({ binaryKey: secretKey });
    expect(key.isDecrypted()).toBe(true);
    expect(new Uint8Array(key.toPublic().write())).toEqual(certificate);
  });

  test('has a revocation certificate that works', async () => {
    const { certificate, revocation } = await generateIdentity({ name: 'A', version, now: NOW });
    const key = await readPrivateKey({
      binaryKey: (await generateIdentity({ name: 'B', version, now: NOW })).secretKey,
    });
    const own = await readKey({ binaryKey: certificate });
    const { publicKey } = await revokeKey({
      key: own as typeof key,
      revocationCertificate: revocation,
      date: new Date(NOW),
      format: 'object',
    });
    await expect(inspectCertificates(publicKey.write(), NOW)).rejects.toMatchObject({
      code: 'certificate_revoked',
    });
    await expect(
      revokeKey({ key, revocationCertificate: revocation, date: new Date(NOW), format: 'object' }),
    ).rejects.toThrow(/match/);
  });
});

test.each([
  ['  Ada\u202E  L. ', 'Ada L.'],
  ['<x@y.z>', '<x@y.z>'],
  ['n'.repeat(300), 'n'.repeat(100)],
])('the name %j becomes %j', async (given, name) => {
  const { certificate } = await generateIdentity({ name: given, version: 4, now: NOW });
  expect((await inspectCertificates(certificate, NOW))[0]?.name).toBe(name);
});

test.each(['', ' ', '\u0000\u200B'])('the name %j is refused', async (name) => {
  await expect(generateIdentity({ name, version: 4, now: NOW })).rejects.toMatchObject({
    code: 'bad_request',
  });
});
