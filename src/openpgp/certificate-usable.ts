/** Whether a certificate can be encrypted to now, and if not, why: OpenPGP.js says why only in prose. */
import { enums, type Key, type SignaturePacket, type Subkey } from 'openpgp';
import { SottoError } from '../protocol/errors';
import { CLOCK_TOLERANCE, settings } from './settings';

/** SHA-1 collisions became cheap enough to forge certifications; a newer one shows a maker that does not care. */
const SHA1_UNTIL = Date.UTC(2020, 0, 1);
const WEAK_ALGORITHMS: ReadonlySet<enums.publicKey> = settings.rejectPublicKeyAlgorithms;
const BROKEN_HASHES: ReadonlySet<enums.hash | null> = settings.rejectHashAlgorithms;

export type UsableCertificate = {
  /** When it was found usable: now, or up to ten minutes later for one dated ahead. */
  readonly date: Date;
  readonly encryption: Key | Subkey;
  readonly selfSignature: SignaturePacket;
};

/** Throws SottoError `certificate_revoked`, `_expired`, `_weak`, `_not_yet`, `_damaged` or `_no_encryption`, in that order. */
export async function checkUsable(key: Key, now: number): Promise<UsableCertificate> {
  const date = await dateOf(key, now);
  if (await isRevoked(key, date)) throw new SottoError('certificate_revoked');
  const expiry = await key.getExpirationTime(undefined, settings);
  if (expiry !== null && Number(expiry) <= date.getTime()) throw new SottoError('certificate_expired');
  if (isWeak(key)) throw new SottoError('certificate_weak');
  const selfSignature = await validSelfSignature(key, date);
  const encryption = await encryptionKey(key, date);
  const bindings = 'mainKey' in encryption ? [await encryption.verify(date, settings)] : [];
  if ([selfSignature, ...bindings].some(isLateSha1)) throw new SottoError('certificate_weak');
  return { date, encryption, selfSignature };
}

/** Now, unless only a clock some minutes ahead of ours explains the certificate. */
async function dateOf(key: Key, now: number): Promise<Date> {
  const isUsable = (date: Date) =>
    key.getEncryptionKey(undefined, date, undefined, settings).then(
      () => true,
      () => false,
    );
  const ahead = new Date(now + CLOCK_TOLERANCE);
  const isAhead = !(await isUsable(new Date(now))) && (await isUsable(ahead));
  return isAhead ? ahead : new Date(now);
}

async function isRevoked(key: Key, date: Date): Promise<boolean> {
  if (await key.isRevoked(undefined, undefined, date, settings)) return true;
  // The name withdrawn everywhere leaves a version 4 certificate without one.
  const withdrawn = await Promise.all(
    key.users.map(async (user) => {
      const results = await Promise.all(
        user.selfCertifications.map((signature) => user.isRevoked(signature, undefined, date, settings)),
      );
      return results.length > 0 && results.every(Boolean);
    }),
  );
  return key.keyPacket.version !== 6 && withdrawn.length > 0 && withdrawn.every(Boolean);
}

function isWeak(component: Key | Subkey): boolean {
  const { bits, curve } = component.getAlgorithmInfo();
  return (
    WEAK_ALGORITHMS.has(component.keyPacket.algorithm) ||
    (bits !== undefined && bits < settings.minRSABits) ||
    curve === 'secp256k1'
  );
}

async function validSelfSignature(key: Key, date: Date): Promise<SignaturePacket> {
  try {
    await key.verifyPrimaryKey(date, undefined, settings);
    return await key.getPrimarySelfSignature(date, undefined, settings);
  } catch (cause) {
    const signatures = [...key.directSignatures, ...key.users.flatMap((user) => user.selfCertifications)];
    const isBroken =
      signatures.length > 0 && signatures.every(({ hashAlgorithm }) => BROKEN_HASHES.has(hashAlgorithm));
    if (isBroken) throw new SottoError('certificate_weak', '', { cause });
    const isAhead = await isDatedAfter(key, signatures, date);
    throw new SottoError(isAhead ? 'certificate_not_yet' : 'certificate_damaged', '', { cause });
  }
}

/** Whether all is well with it but for its date, so that a wrong clock explains why it cannot be used at `date`. */
async function isDatedAfter(key: Key, signatures: readonly SignaturePacket[], date: Date): Promise<boolean> {
  const times = [key.getCreationTime(), ...signatures.map(({ created }) => created)];
  const latest = new Date(Math.max(...times.map(Number)));
  return (
    latest > date &&
    key.verifyPrimaryKey(latest, undefined, settings).then(
      () => true,
      () => false,
    )
  );
}

async function encryptionKey(key: Key, date: Date): Promise<Key | Subkey> {
  try {
    return await key.getEncryptionKey(undefined, date, undefined, settings);
  } catch (cause) {
    throw new SottoError(await whyNoEncryption(key, date), '', { cause });
  }
}

async function whyNoEncryption(key: Key, date: Date) {
  const candidates = key.subkeys.filter(({ keyPacket }) => ENCRYPTING.has(keyPacket.algorithm));
  if (candidates.length === 0) return 'certificate_no_encryption';
  if (candidates.every(isWeak)) return 'certificate_weak';
  const states = await Promise.all(
    candidates.map(async (subkey) => {
      const expiry = await subkey.getExpirationTime(date, settings);
      if (expiry === null) return (await isBoundLater(subkey, date)) ? 'ahead' : 'unbound';
      return Number(expiry) <= date.getTime() ? 'expired' : 'other';
    }),
  );
  if (states.every((state) => state === 'unbound')) return 'certificate_damaged';
  if (states.every((state) => state === 'unbound' || state === 'ahead')) return 'certificate_not_yet';
  return states.includes('expired') && !states.includes('other')
    ? 'certificate_expired'
    : 'certificate_no_encryption';
}

async function isBoundLater(subkey: Subkey, date: Date): Promise<boolean> {
  const created = subkey.getCreationTime();
  return created > date && (await subkey.getExpirationTime(created, settings)) !== null;
}

const ENCRYPTING: ReadonlySet<enums.publicKey> = new Set([
  enums.publicKey.rsaEncryptSign,
  enums.publicKey.rsaEncrypt,
  enums.publicKey.elgamal,
  enums.publicKey.ecdh,
  enums.publicKey.x25519,
  enums.publicKey.x448,
]);

function isLateSha1({ hashAlgorithm, created }: SignaturePacket): boolean {
  return hashAlgorithm === enums.hash.sha1 && (created === null || created.getTime() >= SHA1_UNTIL);
}
