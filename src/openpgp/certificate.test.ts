import { config, readKey, readPrivateKey, reformatKey, type KeyOptions } from 'openpgp';
import { beforeAll, describe, expect, test } from 'vitest';
import { armorCertificate, inspectCertificates, pinOf } from './certificate';
import { concatBytes } from './bytes';
import { packetSequence } from './packet-sequence';
import { certificateOf, made } from './testing/made';
import { NOW, person, summaryOf, type Person } from './testing/people';
import type { CertificateBinary } from './types';

let alice: Person;

beforeAll(async () => {
  alice = await person('Alice');
});

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
    await refusal(far.certificate, 'certificate_not_yet');
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
