/**
 * Opens the one PKESK (RFC 9580 5.1) that is for us. For X25519, in both its forms, WebCrypto does the work on a key
 * imported once and not extractable: OpenPGP.js imports the secret for every message, which is slow and in Firefox
 * leaks until collection. All other algorithms go through OpenPGP.js.
 */
import {
  decryptSessionKeys,
  enums,
  Message,
  PacketList,
  PublicKeyEncryptedSessionKeyPacket,
  type AnyPacket,
  type DecryptedSessionKey,
  type PrivateKey,
} from 'openpgp';
import * as v from 'valibot';
import { BoundedMap } from './bounded-map';
import { concatBytes, ownBytes, utf8 } from './bytes';
import { settings } from './settings';

/** `algorithm` is null where the SEIPDv2 packet names it. */
export type OpenedSessionKey = DecryptedSessionKey;

/** A component key that may decrypt, and the secret key it belongs to. */
export type DecryptionKey = {
  readonly owner: PrivateKey;
  readonly component: Awaited<ReturnType<PrivateKey['getDecryptionKeys']>>[number];
};
type KeyPacket = DecryptionKey['component']['keyPacket'] & { readonly privateParams?: object | null };

/** Non-extractable X25519 keys by fingerprint. */
const imported = new BoundedMap<string, Promise<CryptoKey>>(50);

export function forgetImportedKeys(): void {
  imported.clear();
}

const point = v.instance(Uint8Array);
const legacyPublic = v.object({
  Q: point,
  oid: v.object({ oid: point }),
  kdfParams: v.object({ hash: v.number(), cipher: v.number() }),
});
const legacyPrivate = v.object({ d: point });
const legacyEncrypted = v.object({ V: point, C: v.object({ data: point }) });
const newPublic = v.object({ A: point });
const newPrivate = v.object({ k: point });
const newEncrypted = v.object({
  ephemeralPublicKey: point,
  C: v.object({ wrappedKey: point, algorithm: v.nullable(v.number()) }),
});

/** Rejects in every way a PKESK can fail to open; the reasons must not be told apart by callers. */
export async function openSessionKey(
  pkesk: PublicKeyEncryptedSessionKeyPacket,
  { owner, component }: DecryptionKey,
): Promise<OpenedSessionKey> {
  const key = component.keyPacket;
  if (pkesk.publicKeyAlgorithm !== key.algorithm) throw new Error('other algorithm');
  try {
    if (key.algorithm === enums.publicKey.x25519) return await openX25519(pkesk, key);
    if (key.getAlgorithmInfo().curve === 'curve25519Legacy') return await openCurve25519Legacy(pkesk, key);
  } catch (cause) {
    if (!isMissing(cause)) throw cause;
  }
  return openWithLibrary(pkesk, owner);
}

/** A browser from before X25519 came to WebCrypto, or unusual parameters: the library calculates in JavaScript. */
function isMissing(cause: unknown): boolean {
  return cause instanceof DOMException && cause.name === 'NotSupportedError';
}

/** RFC 9580 5.1.6. */
async function openX25519(
  pkesk: PublicKeyEncryptedSessionKeyPacket,
  key: KeyPacket,
): Promise<OpenedSessionKey> {
  const { A } = v.parse(newPublic, key.publicParams);
  const { ephemeralPublicKey, C } = v.parse(newEncrypted, pkesk.encrypted);
  const shared = await agree(
    key.getFingerprint(),
    A,
    () => v.parse(newPrivate, key.privateParams).k,
    ephemeralPublicKey,
  );
  const secret = await crypto.subtle.importKey(
    'raw',
    concatBytes(ephemeralPublicKey, A, shared),
    'HKDF',
    false,
    ['deriveKey'],
  );
  const wrapping = await crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: utf8.encode('OpenPGP X25519') },
    secret,
    { name: 'AES-KW', length: 128 },
    false,
    ['unwrapKey'],
  );
  const data = await unwrap(C.wrappedKey, wrapping);
  if (pkesk.version === 6) return { data, algorithm: null };
  return checkedLength(data, C.algorithm);
}

/** RFC 9580 11.5, with the KDF parameters that the certificate names. */
async function openCurve25519Legacy(
  pkesk: PublicKeyEncryptedSessionKeyPacket,
  key: KeyPacket,
): Promise<OpenedSessionKey> {
  const { Q, oid, kdfParams } = v.parse(legacyPublic, key.publicParams);
  const { V, C } = v.parse(legacyEncrypted, pkesk.encrypted);
  const hash = hashNames.get(kdfParams.hash);
  const size = ciphers.get(kdfParams.cipher)?.size;
  const fingerprint = key.getFingerprintBytes();
  if (hash === undefined || size === undefined) throw new DOMException('parameters', 'NotSupportedError');
  if (V.length !== 33 || V[0] !== 0x40 || fingerprint === null) throw new Error('point');
  const secret = () => v.parse(legacyPrivate, key.privateParams).d;
  // The secret scalar is stored the other way round (RFC 9580 5.5.5.5.1).
  const shared = await agree(
    key.getFingerprint(),
    Q.subarray(1),
    () => littleEndian(secret()),
    V.subarray(1),
  );
  const parameters = concatBytes(
    new Uint8Array([oid.oid.length]),
    oid.oid,
    new Uint8Array([enums.publicKey.ecdh, 3, 1, kdfParams.hash, kdfParams.cipher]),
    utf8.encode('Anonymous Sender    '),
    fingerprint,
  );
  const digest = await crypto.subtle.digest(
    hash,
    concatBytes(new Uint8Array([0, 0, 0, 1]), shared, parameters),
  );
  const wrapping = await crypto.subtle.importKey('raw', digest.slice(0, size), 'AES-KW', false, [
    'unwrapKey',
  ]);
  const encoded = unpad(await unwrap(C.data, wrapping));
  const isVersion6 = pkesk.version === 6;
  const data = ownBytes(encoded.subarray(isVersion6 ? 0 : 1, -2));
  const sum = data.reduce((total, byte) => (total + byte) & 0xffff, 0);
  if (encoded.at(-2) !== sum >> 8 || encoded.at(-1) !== (sum & 0xff)) throw new Error('checksum');
  return isVersion6 ? { data, algorithm: null } : checkedLength(data, encoded[0] ?? null);
}

/** The library's own way, for every algorithm it knows. */
export async function openWithLibrary(
  pkesk: PublicKeyEncryptedSessionKeyPacket,
  owner: PrivateKey,
): Promise<OpenedSessionKey> {
  // A copy: the library leaves the session key on the packet.
  const packet = new PublicKeyEncryptedSessionKeyPacket();
  packet.read(pkesk.write());
  const list = new PacketList<AnyPacket>();
  list.push(packet);
  const [opened] = await decryptSessionKeys({
    message: new Message(list),
    decryptionKeys: owner,
    config: settings,
  });
  if (opened === undefined) throw new Error('no session key');
  return opened;
}

async function agree(
  fingerprint: string,
  publicPoint: Uint8Array,
  secret: () => Uint8Array,
  ephemeral: Uint8Array,
): Promise<Uint8Array> {
  const [own, other] = await Promise.all([
    imported.getOrMake(fingerprint, () => importSecret(publicPoint, secret())),
    crypto.subtle.importKey('raw', ownBytes(ephemeral), 'X25519', false, []),
  ]);
  const shared = new Uint8Array(await crypto.subtle.deriveBits({ name: 'X25519', public: other }, own, 256));
  // RFC 7748 6.1: a point of small order gives zeros whatever the secret is.
  if (shared.every((byte) => byte === 0)) throw new Error('small order');
  return shared;
}

function importSecret(publicPoint: Uint8Array, secret: Uint8Array): Promise<CryptoKey> {
  const jwk = { kty: 'OKP', crv: 'X25519', x: base64Url(publicPoint), d: base64Url(secret) };
  return crypto.subtle.importKey('jwk', jwk, 'X25519', false, ['deriveBits']);
}

/** AES key unwrap (RFC 3394). HMAC, because WebCrypto lets such a key have any length. */
async function unwrap(wrapped: Uint8Array, wrapping: CryptoKey): Promise<Uint8Array<ArrayBuffer>> {
  const key = await crypto.subtle.unwrapKey(
    'raw',
    ownBytes(wrapped),
    wrapping,
    'AES-KW',
    { name: 'HMAC', hash: 'SHA-256' },
    true,
    ['sign'],
  );
  return new Uint8Array(await crypto.subtle.exportKey('raw', key));
}

/** RFC 9580 11.5: filled up with bytes that tell their number. */
function unpad(padded: Uint8Array): Uint8Array {
  const count = padded.at(-1) ?? 0;
  const end = padded.length - count;
  if (count === 0 || end < 3 || padded.subarray(end).some((byte) => byte !== count))
    throw new Error('padding');
  return padded.subarray(0, end);
}

function checkedLength(data: Uint8Array, algorithm: number | null): OpenedSessionKey {
  const cipher = algorithm === null ? undefined : ciphers.get(algorithm);
  if (cipher === undefined || data.length !== cipher.size) throw new Error('session key size');
  return { data, algorithm: cipher.name };
}

/** RFC 9580 9.3, size in bytes. Nobody prefers AES-192, and Chromium has none; older ciphers are not read. */
const ciphers: ReadonlyMap<number, { name: enums.symmetricNames; size: number }> = new Map([
  [7, { name: 'aes128', size: 16 }],
  [9, { name: 'aes256', size: 32 }],
]);
/** RFC 9580 9.5. */
const hashNames: ReadonlyMap<number, string> = new Map([
  [enums.hash.sha256, 'SHA-256'],
  [enums.hash.sha384, 'SHA-384'],
  [enums.hash.sha512, 'SHA-512'],
]);

function littleEndian(bytes: Uint8Array): Uint8Array {
  const reversed = new Uint8Array(32);
  reversed.set(bytes.toReversed());
  return reversed;
}

function base64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=/g, '');
}
