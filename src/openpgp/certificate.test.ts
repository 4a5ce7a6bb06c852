import {
  config,
  enums,
  generateKey,
  PacketList,
  readKey,
  readPrivateKey,
  reformatKey,
  revokeKey,
  UserIDPacket,
  type AnyPacket,
  type KeyOptions,
  type PrivateKey,
} from 'openpgp';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { armorCertificate, inspectCertificates, pinOf } from './certificate';
import { concatBytes } from './bytes';
import { packetSequence } from './packet-sequence';
import { NOW, person, summaryOf, type Person } from './testing/people';
import type { CertificateBinary } from './types';

let alice: Person;

beforeAll(async () => {
  alice = await person('Alice');
});

/** Defaults to an older program's version 4 certificate, made a minute ago. */
async function made(options: Partial<KeyOptions> = {}): Promise<PrivateKey> {
  const { privateKey } = await generateKey({
    userIDs: { name: 'Made' },
    date: new Date(NOW - 60_000),
    ...options,
    format: 'object',
    config: { ...config, minRSABits: 1024, nonDeterministicSignaturesViaNotation: false, ...options.config },
  });
  return privateKey;
}
const certificateOf = (key: PrivateKey) => key.toPublic().write();
const refusal = (input: Uint8Array | string, code: string, now = NOW) =>
  expect(inspectCertificates(input, now)).rejects.toMatchObject({ name: 'SottoError', code });

describe('a usable certificate', () => {
  test('is described', () => {
    expect(alice.summary).toEqual({
      certificate: alice.certificate,
      fingerprint: expect.stringMatching(/^[0-9a-f]{40}$/),
      pin: expect.stringMatching(/^[0-9a-f]{128}$/),
      name: 'Alice',
      version: 4,
      algorithm: 'Ed25519 + X25519',
      created: NOW - 60_000,
      expires: null,
      readsSeipd2: true,
      warnings: [],
    });
  });

  test.each([
    [{ type: 'rsa', rsaBits: 2048 }, 'RSA 2048', ['rsa_below_3072', 'no_seipd2']],
    [{ type: 'rsa', rsaBits: 3072 }, 'RSA 3072', ['no_seipd2']],
    [{ type: 'ecc', curve: 'nistP384' }, 'NIST P-384', ['no_seipd2']],
    [{ type: 'curve448', config: { v6Keys: true, aeadProtect: true } }, 'Ed448 + X448', ['version_6']],
    [{ keyExpirationTime: 3600 }, 'Ed25519 + X25519', ['no_seipd2']],
  ] as [Partial<KeyOptions>, string, string[]][])(
    'of %j',
    async (options, algorithm, warnings) => {
      const summary = await summaryOf(certificateOf(await made(options)));
      const expires = options.keyExpirationTime === undefined ? null : NOW - 60_000 + 3_600_000;
      expect(summary).toMatchObject({ algorithm, warnings, expires });
    },
    30_000,
  );

  test('is found in text with anything around it, in binary, and several at once', async () => {
    const bob = await person('Bob');
    const [a, b] = [armorCertificate(alice.certificate), armorCertificate(bob.certificate)];
    const inputs = [
      `Hi!\n\n${a}\nand\r\n${b.replaceAll('\n', '\r\n')} bye`,
      new TextEncoder().encode(`${a}${b}`),
      concatBytes(alice.certificate, bob.certificate),
    ];
    for (const input of inputs) {
      const found = await inspectCertificates(input, NOW);
      expect(found.map(({ fingerprint }) => fingerprint)).toEqual([
        alice.summary.fingerprint,
        bob.summary.fingerprint,
      ]);
    }
  });

  test('comes back from its armor', async () => {
    for (const version of [4, 6] as const) {
      const { certificate, summary } = await person('Round', version);
      const armored = armorCertificate(certificate);
      expect(await summaryOf(armored)).toEqual(summary);
      // RFC 9580 6.1: version 6 without a checksum.
      expect(/^=[\w+/]{4}$/m.test(armored)).toBe(version === 4);
    }
  });

  test('dated five minutes ahead is taken, with a warning; an hour ahead is not', async () => {
    const ahead = await person('Ahead', 4, NOW + 300_000);
    expect((await summaryOf(ahead.certificate)).warnings).toEqual(['dated_ahead']);
    const far = await person('Far', 4, NOW + 3_600_000);
    await refusal(far.certificate, 'certificate_damaged');
  });
});

describe('the minimal form', () => {
  test('keeps one name, the newest encryption subkey and the signing subkeys', async () => {
    let key = await made({
      userIDs: [{ name: 'First' }, { name: 'Second' }],
      subkeys: [{ sign: true }, {}],
    });
    key = await key.addSubkey({ date: new Date(NOW - 30_000) });
    const summary = await summaryOf(certificateOf(key));
    expect(summary.name).toBe('First');
    const minimal = await readKey({ binaryKey: summary.certificate });
    expect(minimal.users).toHaveLength(1);
    expect(minimal.subkeys).toHaveLength(2);
    const newest = await key.getEncryptionKey(undefined, new Date(NOW));
    expect(minimal.subkeys.map((subkey) => subkey.getFingerprint())).toContain(newest.getFingerprint());
    await expect(minimal.getSigningKey(undefined, new Date(NOW))).resolves.toHaveProperty('mainKey');
    expect(summary.pin).toBe(await pinOf(certificateOf(key) as CertificateBinary));
    expect((await summaryOf(summary.certificate)).certificate).toEqual(summary.certificate);
  });

  test('drops what others certified and older self-signatures', async () => {
    const other = await readPrivateKey({ binaryKey: alice.secretKey });
    const key = await made();
    const { privateKey: renewed } = await reformatKey({
      privateKey: key,
      userIDs: { name: 'Made' },
      date: new Date(NOW - 1000),
      format: 'object',
    });
    const merged = await key.toPublic().update(renewed.toPublic(), new Date(NOW));
    const certified = await merged.signPrimaryUser([other], new Date(NOW));
    expect(packetSequence(certified.write())?.length).toBeGreaterThan(5);
    const summary = await summaryOf(certified.write());
    expect(packetSequence(summary.certificate)?.map(({ tag }) => tag)).toEqual([6, 13, 2, 14, 2]);
  });

  test('of an identity of ours is small', async () => {
    expect(alice.summary.certificate.length).toBeLessThan(410);
    expect((await person('Alice', 6)).summary.certificate.length).toBeLessThan(560);
  });
});

describe('the pin', () => {
  test('is SHA-512 over the primary key packet, whatever else the certificate holds', async () => {
    const key = await made();
    const more = await key.addSubkey({ date: new Date(NOW - 30_000) });
    const body = key.toPublic().keyPacket.write();
    const expected = Buffer.from(await crypto.subtle.digest('SHA-512', new Uint8Array(body))).toString('hex');
    expect((await summaryOf(certificateOf(key))).pin).toBe(expected);
    expect((await summaryOf(certificateOf(more))).pin).toBe(expected);
    expect(alice.summary.pin).not.toBe(expected);
  });
});

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
    await refusal(concatBytes(...new Array<Uint8Array>(101).fill(alice.certificate)), 'too_large');
  });

  test('or is the same, after any change', async () => {
    const known = new Set([...Object.values(alice.summary)].map((value) => JSON.stringify(value)));
    expect(known.size).toBeGreaterThan(5);
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

describe('a hostile name', () => {
  test.each([
    ['Bob\u202Eecila', 'Bobecila'],
    ['<b onclick="x">Bob</b>', '<b onclick="x">Bob</b>'],
    ['a\u0000\u0007\nb', 'a b'],
    ['\u2066\u200B', /^[0-9A-F]{16}$/],
  ])('%j is shown as %j', async (name, shown) => {
    const { name: found } = await summaryOf(certificateOf(await made({ userIDs: { name } })));
    expect(found).toMatch(shown);
    expect(found.length).toBeLessThanOrEqual(100);
  });

  test('of almost a megabyte is cut', async () => {
    const key = await made({
      userIDs: { name: 'N'.repeat(1_000_000) },
      config: { ...config, maxUserIDLength: 1 << 20 },
    });
    expect((await summaryOf(certificateOf(key))).name).toBe('N'.repeat(100));
  });
});
