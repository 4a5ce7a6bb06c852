/** Certificates that were revoked by their owners. */
import { enums, readKeys, type SignaturePacket } from 'openpgp';
import { equalBytes, ownBytes } from './bytes';
import { reasonOf } from './change-identity';
import { packetsOf, partsOf } from './key-parts';
import { parseSecretKey } from './parsed';
import { pinOfKey } from './pin';
import { settings } from './settings';
import { selfSigned } from './self-signed';
import type { CertificateBinary, Pin, RevocationReason, SecretKeyBinary } from './types';

export type Revocation = {
  readonly pin: Pin;
  /** When it was revoked, in milliseconds. */
  readonly at: number;
  readonly reason: RevocationReason;
};

/** What to show to those who pinned this revoked key of ours: primary key, revocation and name. */
export async function revokedCertificate(secretKey: SecretKeyBinary): Promise<CertificateBinary> {
  const key = (await parseSecretKey(secretKey)).toPublic();
  const { user } = await key.getPrimaryUser(null, undefined, settings).catch(() => ({ user: null }));
  const parts = partsOf(key);
  const users = parts.users.filter(({ id }) => user?.userID && equalBytes(id.write(), user.userID.write()));
  return ownBytes(packetsOf({ ...parts, users, subkeys: [] }).write()) as CertificateBinary;
}

/** The revocation in a certificate that somebody hands us, if its own primary key signed it; null for everything else. */
export async function readRevocation(certificate: Uint8Array): Promise<Revocation | null> {
  const keys = await readKeys({ binaryKeys: certificate, config: settings }).catch(() => []);
  const [key, another] = keys;
  if (!key || another) return null;
  const { revocations } = await selfSigned(key);
  const [first] = [...revocations].sort((a, b) => Number(a.created) - Number(b.created));
  if (!first?.created) return null;
  return { pin: await pinOfKey(key), at: first.created.getTime(), reason: reasonIn(revocations) };
}

/** A compromise outweighs whatever else was said before or after it. */
function reasonIn(revocations: readonly SignaturePacket[]): RevocationReason {
  const flags = revocations.map(({ reasonForRevocationFlag }) => reasonForRevocationFlag);
  const { keyCompromised } = enums.reasonForRevocation;
  return reasonOf(flags.includes(keyCompromised) ? keyCompromised : (flags[0] ?? null));
}
