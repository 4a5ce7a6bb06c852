/** Reading certificates that somebody handed us. */
import { readKeys, type Key, type SignaturePacket, type Subkey } from 'openpgp';
import { SottoError } from '../protocol/errors';
import { readArmor } from './armor';
import { concatBytes, ownBytes } from './bytes';
import { algorithmText, nameOf, readsSeipd2 } from './certificate-facts';
import { minimalCertificate } from './certificate-minimal';
import { checkUsable } from './certificate-usable';
import { packetSequence, packetTag } from './packet-sequence';
import { parseCertificate } from './parsed';
import { pinOfKey } from './pin';
import { MAX_INPUT_BYTES, settings } from './settings';
import type { CertificateBinary, CertificateSummary, CertificateWarning, Fingerprint, Pin } from './types';

export { armorCertificate } from './armor';

/** Nobody pastes more at once; each costs several signature checks. */
const MAX_CERTIFICATES = 100;

/**
 * Reads one or more certificates, binary or as text with armored blocks in it, and keeps of each the minimal form.
 * `now` in milliseconds. Throws SottoError for the first one that cannot be used: `certificate_none`,
 * `certificate_secret`, `certificate_damaged`, `certificate_revoked`, `certificate_expired`, `certificate_weak`,
 * `certificate_not_yet`, `certificate_no_encryption`; and `too_large` above 1 MiB or 100 certificates.
 */
export async function inspectCertificates(
  input: Uint8Array | string,
  now: number,
): Promise<CertificateSummary[]> {
  const keys = await readCertificates(binaryOf(input));
  return Promise.all(keys.map((key) => summarize(key, now)));
}

/** SHA-512 over the primary key packet. Rejects when these bytes are no certificate. */
export async function pinOf(certificate: CertificateBinary): Promise<Pin> {
  return pinOfKey(await parseCertificate(certificate));
}

function binaryOf(input: Uint8Array | string): Uint8Array {
  if (input.length > MAX_INPUT_BYTES) throw new SottoError('too_large');
  if (typeof input !== 'string') {
    // No packet starts with a byte below 0x80 (RFC 9580 4.2), and armor holds no other.
    return (input[0] ?? 0) >= 0x80 ? input : binaryOf(new TextDecoder('utf-8').decode(input));
  }
  const blocks = readArmor(input);
  if (blocks.some(({ type }) => type === 'PRIVATE KEY BLOCK')) throw new SottoError('certificate_secret');
  const certificates = blocks.filter(({ type }) => type === 'PUBLIC KEY BLOCK');
  if (certificates.length > 0) return concatBytes(...certificates.map(({ bytes }) => bytes));
  const isTorn = /-----(?:BEGIN|END) PGP PUBLIC KEY BLOCK-----/.test(input);
  throw new SottoError(isTorn ? 'certificate_damaged' : 'certificate_none');
}

async function readCertificates(bytes: Uint8Array): Promise<Key[]> {
  const tags = packetSequence(bytes)?.map(({ tag }) => tag);
  if (tags === undefined) throw new SottoError('certificate_damaged');
  if (tags.includes(packetTag.secretKey) || tags.includes(packetTag.secretSubkey)) {
    throw new SottoError('certificate_secret');
  }
  const count = tags.filter((tag) => tag === packetTag.publicKey).length;
  if (count === 0) throw new SottoError('certificate_none');
  if (count > MAX_CERTIFICATES) throw new SottoError('too_large');
  try {
    return await readKeys({ binaryKeys: bytes, config: settings });
  } catch (cause) {
    throw new SottoError('certificate_damaged', '', { cause });
  }
}

async function summarize(key: Key, now: number): Promise<CertificateSummary> {
  const { date, encryption, selfSignature } = await checkUsable(key, now);
  const expiries = await Promise.all([
    key.getExpirationTime(undefined, settings),
    encryption instanceof Object && 'mainKey' in encryption
      ? encryption.getExpirationTime(date, settings)
      : Infinity,
  ]);
  const expires = Math.min(...expiries.map((time) => (time === null ? Infinity : Number(time))));
  const version = key.keyPacket.version === 6 ? 6 : 4;
  return {
    certificate: ownBytes(await minimalCertificate(key, encryption, date)) as CertificateBinary,
    fingerprint: key.getFingerprint() as Fingerprint,
    pin: await pinOfKey(key),
    name: await nameOf(key),
    version,
    algorithm: algorithmText(key.getAlgorithmInfo(), encryption.getAlgorithmInfo()),
    created: key.getCreationTime().getTime(),
    expires: Number.isFinite(expires) ? expires : null,
    readsSeipd2: readsSeipd2(selfSignature),
    warnings: warningsOf(key, encryption, selfSignature, date.getTime() > now),
  };
}

function warningsOf(
  key: Key,
  encryption: Key | Subkey,
  selfSignature: SignaturePacket,
  isAhead: boolean,
): CertificateWarning[] {
  const isShortRsa = [key, encryption].some(
    (component) => (component.getAlgorithmInfo().bits ?? 3072) < 3072,
  );
  const found: [boolean, CertificateWarning][] = [
    [isShortRsa, 'rsa_below_3072'],
    [key.keyPacket.version === 6, 'version_6'],
    [!readsSeipd2(selfSignature), 'no_seipd2'],
    [isAhead, 'dated_ahead'],
  ];
  return found.flatMap(([holds, warning]) => (holds ? [warning] : []));
}
