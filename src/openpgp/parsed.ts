/**
 * Certificates and secret keys, parsed once: OpenPGP.js keeps on the parsed object which self-signatures it has
 * verified, which halves the time of reading a message.
 */
import { readKey, readPrivateKey, type Key, type PrivateKey } from 'openpgp';
import { hexDigest } from './bytes';
import { BoundedMap } from './bounded-map';
import { settings } from './settings';
import type { CertificateBinary, SecretKeyBinary } from './types';

const certificates = new BoundedMap<string, Promise<Key>>(500);
const secretKeys = new BoundedMap<string, Promise<PrivateKey>>(20);
/** Saves hashing the same array again; the vault hands out the same one as long as it is unlocked. */
const names = new WeakMap<Uint8Array, Promise<string>>();

/** Rejects when the bytes are no certificate; nothing is verified yet. */
export async function parseCertificate(certificate: CertificateBinary): Promise<Key> {
  const name = await nameOf(certificate);
  return certificates.getOrMake(name, () => readKey({ binaryKey: certificate, config: settings }));
}

/** Rejects when the bytes are no secret key. */
export async function parseSecretKey(secretKey: SecretKeyBinary): Promise<PrivateKey> {
  const name = await nameOf(secretKey);
  return secretKeys.getOrMake(name, () => readPrivateKey({ binaryKey: secretKey, config: settings }));
}

export function forgetParsedSecretKeys(): void {
  secretKeys.clear();
}

function nameOf(bytes: Uint8Array): Promise<string> {
  let name = names.get(bytes);
  if (name === undefined) {
    name = hexDigest('SHA-256', bytes, 32);
    names.set(bytes, name);
  }
  return name;
}
