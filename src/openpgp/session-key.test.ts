import {
  decryptSessionKeys,
  encrypt,
  createMessage,
  generateKey,
  PublicKeyEncryptedSessionKeyPacket,
  readMessage,
  readPrivateKey,
  type PrivateKey,
} from 'openpgp';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { forgetImportedKeys, openSessionKey, openWithLibrary } from './session-key';
import { settings } from './settings';
import { NOW, person } from './testing/people';

const owners = new Map<string, PrivateKey>();

function ownerOf(name: string): PrivateKey {
  const owner = owners.get(name);
  if (owner === undefined) throw new Error(`no key ${name}`);
  return owner;
}

beforeAll(async () => {
  for (const version of [4, 6] as const) {
    const { secretKey } = await person('Owner', version);
    owners.set(`version ${version}`, await readPrivateKey({ binaryKey: secretKey }));
  }
  for (const [name, options] of [
    ['P-256', { curve: 'nistP256' }],
    ['RSA', { type: 'rsa', rsaBits: 2048 }],
  ] as const) {
    const made = await generateKey({
      userIDs: { name },
      date: new Date(NOW - 60_000),
      format: 'object',
      config: settings,
      ...options,
    });
    owners.set(name, made.privateKey);
  }
});
afterEach(() => {
  vi.restoreAllMocks();
});

async function sealed(owner: PrivateKey, aead: boolean, algorithm: 'aes128' | 'aes256' = 'aes256') {
  const size = { aes128: 16, aes256: 32 }[algorithm];
  const data = crypto.getRandomValues(new Uint8Array(size));
  const bytes = await encrypt({
    message: await createMessage({ text: 'x' }),
    encryptionKeys: owner,
    sessionKey: { data, algorithm, ...(aead ? { aeadAlgorithm: 'gcm' as const } : {}) },
    format: 'binary',
    date: new Date(NOW),
    config: settings,
  });
  const message = await readMessage({ binaryMessage: bytes });
  const pkesk = message.packets[0];
  if (!(pkesk instanceof PublicKeyEncryptedSessionKeyPacket)) throw new Error('no PKESK');
  const [component] = await owner.getDecryptionKeys(undefined, null, undefined, settings);
  if (component === undefined) throw new Error('no key');
  return { data, pkesk, key: { owner, component }, message };
}

describe.each(['version 4', 'version 6', 'P-256', 'RSA'])('a PKESK to %s', (name) => {
  const owner = () => ownerOf(name);

  test.each([true, false])('opens as the library opens it (SEIPDv2: %s)', async (aead) => {
    for (const algorithm of ['aes128', 'aes256'] as const) {
      for (let i = 0; i < 10; i++) {
        const { data, pkesk, key, message } = await sealed(owner(), aead, algorithm);
        const opened = await openSessionKey(pkesk, key);
        expect(opened).toEqual({ data, algorithm: aead ? null : algorithm });
        expect(await openWithLibrary(pkesk, owner())).toEqual(opened);
        expect(await decryptSessionKeys({ message, decryptionKeys: owner() })).toEqual([opened]);
      }
    }
  });

  test('does not open when any of it changes', async () => {
    const { pkesk, key, data } = await sealed(owner(), true);
    const body = pkesk.write();
    // The last 40 bytes are ciphertext whatever the algorithm.
    for (let position = body.length - 40; position < body.length; position++) {
      const changed = body.slice();
      changed[position] = (changed[position] ?? 0) ^ 1;
      const packet = new PublicKeyEncryptedSessionKeyPacket();
      packet.read(changed);
      const opened = await openSessionKey(packet, key).catch(() => null);
      expect(opened?.data).not.toEqual(data);
    }
  });

  test('does not open with another key of its kind', async () => {
    const { pkesk } = await sealed(owner(), true);
    const other = await readPrivateKey({ binaryKey: (await person('Other', 6)).secretKey });
    const [component] = await other.getDecryptionKeys(undefined, null, undefined, settings);
    if (component === undefined) throw new Error('no key');
    await expect(openSessionKey(pkesk, { owner: other, component })).rejects.toThrow();
  });
});

describe.each(['version 4', 'version 6'])('the secret of %s', (name) => {
  test('is imported once, not extractable, until forgotten', async () => {
    forgetImportedKeys();
    const importKey = vi.spyOn(crypto.subtle, 'importKey');
    const isSecret = (call: unknown[]) => call[0] === 'jwk';
    for (let i = 0; i < 5; i++) {
      const { pkesk, key } = await sealed(ownerOf(name), false);
      importKey.mockClear();
      await openSessionKey(pkesk, key);
      const secrets = importKey.mock.calls.filter(isSecret);
      expect(secrets).toHaveLength(i === 0 || i === 3 ? 1 : 0);
      expect(secrets.every((call) => !call[3])).toBe(true);
      if (i === 2) forgetImportedKeys();
    }
  });

  test('works where WebCrypto has no X25519', async () => {
    forgetImportedKeys();
    const { pkesk, key, data } = await sealed(ownerOf(name), false);
    vi.spyOn(crypto.subtle, 'importKey').mockRejectedValueOnce(new DOMException('no', 'NotSupportedError'));
    expect((await openSessionKey(pkesk, key)).data).toEqual(data);
    forgetImportedKeys();
  });
});

test('a point of small order is refused (RFC 7748 6.1)', async () => {
  const { pkesk, key } = await sealed(ownerOf('version 6'), true);
  Object.assign(pkesk.encrypted, { ephemeralPublicKey: new Uint8Array(32) });
  await expect(openSessionKey(pkesk, key)).rejects.toThrow();
});
