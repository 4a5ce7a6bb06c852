import { generateKey } from 'openpgp';
import { SottoError } from '../protocol/errors';
import { ownBytes } from './bytes';
import { safeName } from './name';
import { settings } from './settings';
import type { CertificateBinary, Identity, SecretKeyBinary } from './types';

/**
 * A new identity: primary key for signing, one encryption subkey, no expiry, `name` alone as user ID. Version 4
 * (Ed25519Legacy and Curve25519Legacy) is what every OpenPGP program reads, version 6 (Ed25519 and X25519) is read by
 * those that know RFC 9580. Both advertise SEIPDv1 and SEIPDv2 with AES-256-GCM.
 *
 * The secret key has no passphrase: the vault protects it. `now` in milliseconds is the creation time, to the second.
 * Throws SottoError `bad_request` when nothing showable is left of the name.
 */
export async function generateIdentity(options: {
  name: string;
  version: 4 | 6;
  now: number;
}): Promise<Identity> {
  const name = safeName(options.name);
  if (name === '') throw new SottoError('bad_request');
  const { privateKey, publicKey, revocationCertificate } = await generateKey({
    ...(options.version === 6 ? { type: 'curve25519' } : { type: 'ecc', curve: 'ed25519Legacy' }),
    userIDs: { name },
    date: new Date(options.now),
    format: 'binary',
    config: { ...settings, v6Keys: options.version === 6 },
  });
  return {
    secretKey: ownBytes(privateKey) as SecretKeyBinary,
    certificate: ownBytes(publicKey) as CertificateBinary,
    revocation: revocationCertificate,
  };
}
