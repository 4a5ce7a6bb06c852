import {
  config,
  createMessage,
  decrypt,
  encrypt,
  enums,
  Message,
  PacketList,
  readKey,
  readMessage,
  readPrivateKey,
  SymmetricallyEncryptedDataPacket,
  type AnyPacket,
  type Config,
} from 'openpgp';
import { beforeAll, describe, expect, test } from 'vitest';
import { armorCiphertext } from './armor';
import { armorCertificate } from './certificate';
import { settings } from './settings';
import { literal } from './testing/hostile';
import { person, write, type Person } from './testing/people';

let alice: Person;
beforeAll(async () => {
  alice = await person('Alice');
});

test('are complete and cannot be changed', () => {
  expect(Object.keys(settings).sort()).toEqual(Object.keys(config).sort());
  expect(Object.isFrozen(settings)).toBe(true);
  expect(() => Object.assign(settings, { minRSABits: 1 })).toThrow(TypeError);
});

/** What the profile decided. Where there is a way to see the effect, a test below or in another file looks at it too. */
test.each([
  ['aeadProtect', true],
  ['preferredAEADAlgorithm', enums.aead.gcm],
  ['preferredSymmetricAlgorithm', enums.symmetric.aes256],
  ['preferredHashAlgorithm', enums.hash.sha256],
  ['preferredCompressionAlgorithm', enums.compression.uncompressed],
  ['v6Keys', false],
  ['s2kType', enums.s2k.argon2],
  ['s2kArgon2Params', { passes: 3, parallelism: 4, memoryExponent: 16 }],
  ['maxArgon2MemoryExponent', 18],
  ['maxDecompressedMessageSize', 1 << 20],
  ['maxUserIDLength', 1 << 20],
  ['allowUnauthenticatedMessages', false],
  ['allowUnauthenticatedStream', false],
  ['allowInsecureDecryptionWithSigningKeys', false],
  ['allowInsecureVerificationWithReformattedKeys', false],
  ['allowMissingKeyFlags', false],
  ['enforceGrammar', true],
  ['ignoreMalformedPackets', false],
  ['additionalAllowedPackets', []],
  ['minRSABits', 2047],
  ['showVersion', false],
  ['showComment', false],
  ['knownNotations', ['b@sotto.invalid']],
  ['nonDeterministicSignaturesViaNotation', false],
  ['rejectMessageHashAlgorithms', new Set([1, 2, 3, 11])],
  ['rejectHashAlgorithms', new Set([1, 3])],
  ['rejectPublicKeyAlgorithms', new Set([16, 17])],
  ['rejectCurves', new Set(['secp256k1'])],
] as [keyof Config, unknown][])('%s is %j', (name, value) => {
  expect(settings[name]).toEqual(value);
});

describe('their effect', () => {
  test('a new certificate advertises AES-256-GCM first and has no salt', async () => {
    const key = await readKey({ binaryKey: alice.certificate });
    const signature = await key.getPrimarySelfSignature();
    expect(signature.features).toEqual([enums.keyFlags.certifyKeys | 8]);
    expect(signature.preferredCipherSuites?.[0]).toEqual([enums.symmetric.aes256, enums.aead.gcm]);
    expect(signature.preferredSymmetricAlgorithms?.[0]).toBe(enums.symmetric.aes256);
    expect(signature.rawNotations).toEqual([]);
  });

  test('nothing is compressed, even for those who list it', async () => {
    const { ciphertext } = await write('x'.repeat(50_000), alice, []);
    expect(ciphertext.length).toBeGreaterThan(50_000);
  });

  test('armor has no headers', async () => {
    const { ciphertext } = await write('x', alice, []);
    for (const armored of [armorCiphertext(ciphertext), armorCertificate(alice.certificate)]) {
      expect(armored).toMatch(/^-----BEGIN PGP [A-Z ]+-----\n\n[\w+/=\n]+-----END PGP [A-Z ]+-----\n$/);
    }
  });

  test('what has no integrity is not decrypted', async () => {
    const key = new Uint8Array(32);
    const packet = new SymmetricallyEncryptedDataPacket();
    // Its declarations hide what only an attacker writes.
    const writable = packet as unknown as {
      packets: { write: () => Uint8Array };
      encrypt: (algorithm: enums.symmetric, key: Uint8Array) => Promise<void>;
    };
    writable.packets = { write: () => literal('x') };
    await writable.encrypt(enums.symmetric.aes256, key);
    const list = new PacketList<AnyPacket>();
    list.push(packet);
    const sessionKeys = { data: key, algorithm: 'aes256' as const };
    const open = async (options: object) =>
      decrypt({
        message: await readMessage({ binaryMessage: new Message<Uint8Array>(list).packets.write() }),
        sessionKeys,
        config: { ...settings, ...options },
      });
    await expect(open({})).rejects.toThrow(/not authenticated/);
    await expect(open({ allowUnauthenticatedMessages: true })).resolves.toMatchObject({ data: 'x' });
  });

  test('a stranger’s Argon2 may take 256 MiB at most', async () => {
    const expensive = await encrypt({
      message: await createMessage({ text: 'x' }),
      passwords: 'p',
      format: 'binary',
      config: { ...settings, s2kArgon2Params: { passes: 1, parallelism: 1, memoryExponent: 10 } },
    });
    const changed = new Uint8Array(expensive);
    const at = changed.findIndex((byte, i) => byte === 1 && changed[i + 1] === 1 && changed[i + 2] === 10);
    changed[at + 2] = 19;
    const message = await readMessage({ binaryMessage: changed, config: settings });
    await expect(decrypt({ message, passwords: 'p', config: settings })).rejects.toThrow();
  });

  test('secrets of ours are in the clear inside the vault', async () => {
    expect((await readPrivateKey({ binaryKey: alice.secretKey })).isDecrypted()).toBe(true);
  });
});
