/** Our own identities as the vault keeps them: made, imported and changed. */
import { toHex } from '../openpgp/bytes';
import { inspectCertificates } from '../openpgp/certificate';
import { renameKey, revokeKey, setValidity } from '../openpgp/change-identity';
import { generateIdentity } from '../openpgp/identity';
import { importSecretKey } from '../openpgp/secret-import';
import { historyOf } from '../openpgp/certificate-history';
import { revokedCertificate } from '../openpgp/revoked';
import type {
  CertificateBinary,
  CertificateSummary,
  DeviceId,
  RevocationReason,
  SecretKeyBinary,
} from '../openpgp/types';
import { SottoError } from '../protocol/errors';
import { randomBytes } from './bytes';
import { pickSummary } from './conversations';
import type { StoredIdentity } from './store/contents';

/** A new self-signature may be dated a second ahead, to come after the one that it takes the place of. */
const A_SECOND = 1000;

export async function makeIdentity(name: string, version: 4 | 6, now: number): Promise<StoredIdentity> {
  const { certificate, secretKey, revocation } = await generateIdentity({ name, version, now });
  return newIdentity(await summaryOf(certificate, now), secretKey, revocation);
}

/** Throws what `importSecretKey` throws. */
export async function importIdentity(
  input: Uint8Array | string,
  fingerprint: string,
  passphrase: string,
  now: number,
): Promise<StoredIdentity> {
  const { summary, secretKey, revocation } = await importSecretKey(input, fingerprint, passphrase, now);
  return newIdentity(summary, secretKey, revocation);
}

export async function renamed(identity: StoredIdentity, name: string, now: number): Promise<StoredIdentity> {
  return withSecretKey(identity, await renameKey(identity.secretKey, name, now), now);
}

export async function validUntil(
  identity: StoredIdentity,
  expires: number | null,
  now: number,
): Promise<StoredIdentity> {
  return withSecretKey(identity, await setValidity(identity.secretKey, expires, now), now);
}

/** What is kept of its certificate stays as it was: what was signed with it before is verified with that. */
export async function revoked(
  identity: StoredIdentity,
  reason: RevocationReason,
  now: number,
): Promise<StoredIdentity> {
  const secretKey = await revokeKey(identity.secretKey, reason, now);
  return { ...identity, secretKey, revoked: { at: now, reason } };
}

/** What others are sent of it. */
export function certificateToShow(identity: StoredIdentity): Promise<CertificateBinary> {
  return identity.revoked ? revokedCertificate(identity.secretKey) : Promise.resolve(identity.certificate);
}

/** What its own messages are verified with. */
export function ownHistory({ secretKey }: StoredIdentity): Promise<CertificateBinary> {
  return historyOf(secretKey);
}

async function withSecretKey(
  identity: StoredIdentity,
  secretKey: SecretKeyBinary,
  now: number,
): Promise<StoredIdentity> {
  const summary = await summaryOf(await historyOf(secretKey), now + A_SECOND);
  return { ...identity, ...pickSummary(summary), secretKey };
}

function newIdentity(
  summary: CertificateSummary,
  secretKey: SecretKeyBinary,
  revocation: string | null,
): StoredIdentity {
  return {
    ...pickSummary(summary),
    secretKey,
    revocation,
    device: toHex(randomBytes(8)) as DeviceId,
    revoked: null,
    hidden: false,
  };
}

async function summaryOf(certificate: CertificateBinary, now: number): Promise<CertificateSummary> {
  const [summary] = await inspectCertificates(certificate, now);
  if (!summary) throw new SottoError('unexpected');
  return summary;
}
