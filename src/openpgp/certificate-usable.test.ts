import { enums, PacketList, revokeKey, UserIDPacket, type AnyPacket, type KeyOptions } from 'openpgp';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { armorCertificate, inspectCertificates } from './certificate';
import { concatBytes } from './bytes';
import { certificateOf, made } from './testing/made';
import { NOW, person, summaryOf, type Person } from './testing/people';

let alice: Person;

beforeAll(async () => {
  alice = await person('Alice');
});

const refusal = (input: Uint8Array | string, code: string, now = NOW) =>
  expect(inspectCertificates(input, now)).rejects.toMatchObject({ name: 'SottoError', code });

describe('is refused', () => {
  test('revoked, with any reason, also by a name withdrawn', async () => {
    const key = await made();
    for (const flag of [enums.reasonForRevocation.keyCompromised, enums.reasonForRevocation.keyRetired]) {
      const revoked = await revokeKey({
        key,
        reasonForRevocation: { flag },
        date: new Date(NOW - 1000),
        format: 'object',
      });
      await refusal(revoked.publicKey.write(), 'certificate_revoked');
    }
    const withdrawn = key.toPublic();
    const [user] = withdrawn.users;
    if (user === undefined) throw new Error('no user');
    const { revocationSignatures } = await user.revoke(
      key.keyPacket as never,
      undefined,
      new Date(NOW - 1000),
    );
    user.revocationSignatures = revocationSignatures;
    await refusal(withdrawn.write(), 'certificate_revoked');
  });

  test('expired', async () => {
    const certificate = certificateOf(await made({ keyExpirationTime: 30 }));
    await refusal(certificate, 'certificate_expired');
    expect((await summaryOf(certificate, NOW - 50_000)).expires).toBe(NOW - 30_000);
    const subkey = certificateOf(await made({ subkeys: [{ keyExpirationTime: 30 }] }));
    await refusal(subkey, 'certificate_expired');
  });

  test.each([
    ['RSA 1024', { type: 'rsa', rsaBits: 1024 }],
    ['RSA 1024 above a good subkey', { type: 'rsa', rsaBits: 1024, subkeys: [{ type: 'ecc' }] }],
    ['RSA 1024 for the subkey', { type: 'rsa', rsaBits: 2048, subkeys: [{ type: 'rsa', rsaBits: 1024 }] }],
    ['SHA-1 of today', { type: 'rsa', rsaBits: 2048, config: { preferredHashAlgorithm: enums.hash.sha1 } }],
    [
      'RIPEMD-160',
      {
        type: 'rsa',
        rsaBits: 2048,
        config: { preferredHashAlgorithm: enums.hash.ripemd, rejectHashAlgorithms: new Set<never>() },
      },
    ],
  ] as [string, Partial<KeyOptions>][])(
    'weak: %s',
    async (_, options) => {
      await refusal(certificateOf(await made(options)), 'certificate_weak');
    },
    30_000,
  );

  test('but not SHA-1 of the time when it was usual', async () => {
    const key = await made({
      type: 'rsa',
      rsaBits: 2048,
      date: new Date(Date.UTC(2018, 1, 1)),
      config: { preferredHashAlgorithm: enums.hash.sha1 },
    });
    expect((await summaryOf(certificateOf(key))).algorithm).toBe('RSA 2048');
  }, 30_000);

  test('dated further ahead than clocks differ, and damaged ones as damaged all the same', async () => {
    const date = new Date(NOW + 3_600_000);
    await refusal(certificateOf(await made({ date })), 'certificate_not_yet');
    const list = (await made({ date })).toPublic().toPacketList();
    list[1] = UserIDPacket.fromObject({ name: 'Somebody else' });
    await refusal(list.write(), 'certificate_damaged');

    const key = await made();
    const later = await key.addSubkey({ date });
    const added = new PacketList<AnyPacket>();
    const packets = later.toPublic().toPacketList();
    // The key, its name, and the later encryption subkey alone.
    added.push(...packets.slice(0, 3), ...packets.slice(-2));
    await refusal(added.write(), 'certificate_not_yet');
  });

  test('without an encryption subkey', async () => {
    await refusal(certificateOf(await made({ subkeys: [{ sign: true }] })), 'certificate_no_encryption');
    await refusal(certificateOf(await made({ subkeys: [] })), 'certificate_no_encryption');
  });

  test('with a subkey of somebody else', async () => {
    const [key, other] = [await made(), await made()];
    const list = new PacketList<AnyPacket>();
    const stolen = other.toPublic().toPacketList().slice(-2);
    list.push(...key.toPublic().toPacketList().slice(0, 3), ...stolen);
    await refusal(list.write(), 'certificate_damaged');
  });

  test('with a name that its key did not sign', async () => {
    const list = (await made()).toPublic().toPacketList();
    list[1] = UserIDPacket.fromObject({ name: 'Somebody else' });
    await refusal(list.write(), 'certificate_damaged');
  });

  test('secret, in armor, in binary and hidden among others', async () => {
    const key = await made();
    await refusal(key.write(), 'certificate_secret');
    await refusal(key.armor(), 'certificate_secret');
    await refusal(`${armorCertificate(alice.certificate)}\n${key.armor()}`, 'certificate_secret');
    await refusal(concatBytes(alice.certificate, key.write()), 'certificate_secret');
  });

  test('none, torn or too large', async () => {
    await refusal('', 'certificate_none');
    await refusal('hello', 'certificate_none');
    await refusal(new Uint8Array(), 'certificate_none');
    await refusal(new TextEncoder().encode('hello'), 'certificate_none');
    await refusal(armorCertificate(alice.certificate).slice(0, 300), 'certificate_damaged');
    await refusal('x'.repeat((1 << 20) + 1), 'too_large');
    await refusal(new Uint8Array((1 << 20) + 1), 'too_large');
    await refusal(concatBytes(...Array.from({ length: 101 }, () => alice.certificate)), 'too_large');
  });

  test('or is the same, after any change', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(alice.certificate.length * 8 - 1), async (bit) => {
        const changed = alice.certificate.slice();
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        const found = await inspectCertificates(changed, NOW).catch((error: unknown) => error);
        if (Array.isArray(found)) expect(found[0]).toMatchObject({ name: 'Alice', pin: alice.summary.pin });
        else expect(found).toHaveProperty('name', 'SottoError');
      }),
      { numRuns: 400 },
    );
  }, 60_000);

  test('or read, never anything but a SottoError, for any text or bytes', async () => {
    const head = '-----BEGIN PGP PUBLIC KEY BLOCK-----\n\n';
    const texts = fc.oneof(
      fc.string(),
      fc.base64String().map((body) => `${head}${body}\n-----END PGP PUBLIC KEY BLOCK-----`),
      fc.uint8Array({ maxLength: 200 }),
    );
    await fc.assert(
      fc.asyncProperty(texts, async (input) => {
        await expect(inspectCertificates(input, NOW)).rejects.toHaveProperty('name', 'SottoError');
      }),
    );
  });
});
