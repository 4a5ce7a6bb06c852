/** Reading secret keys that a person hands us of their own: files of GnuPG, Sequoia and other programs. */
import { decryptKey, readPrivateKey, type PrivateKey } from 'openpgp';
import { SottoError, type ErrorCode } from '../protocol/errors';
import { readArmor } from './armor';
import { concatBytes, ownBytes } from './bytes';
import { inspectCertificates } from './certificate';
import { algorithmText, nameOf } from './certificate-facts';
import { revocationCertificate } from './change-identity';
import { packetsOf, secretKeyOf } from './key-parts';
import { packetSequence, packetTag, writePacket, type PacketPlace } from './packet-sequence';
import { selfSigned } from './self-signed';
import { hasSecret } from './self-signature';
import { MAX_INPUT_BYTES, settings } from './settings';
import type { CertificateSummary, Fingerprint, SecretKeyBinary } from './types';

const MAX_KEYS = 20;
/** Each secret packet of a protected key costs a derivation from the passphrase. */
const MAX_SECRET_PACKETS = 50;
/** What a vault carries with every change of it. */
const MAX_KEPT_BYTES = 100_000;

export type FoundKey = {
  readonly fingerprint: Fingerprint;
  readonly name: string;
  readonly algorithm: string;
  readonly version: 4 | 6;
  /** Milliseconds since the epoch. */
  readonly created: number;
  readonly isProtected: boolean;
  /** Why it cannot be imported, as far as that shows before it is unlocked. */
  readonly problem: ErrorCode | null;
};

export type ImportedKey = {
  readonly summary: CertificateSummary;
  readonly secretKey: SecretKeyBinary;
  /** Null where the primary secret key is kept elsewhere. */
  readonly revocation: string | null;
};

/**
 * Lists the secret keys in a file or a text, without unlocking them. Throws SottoError `key_none`, `key_public` (there
 * are certificates only), `key_damaged`, and `too_large` above 1 MiB, 20 keys or 50 secret packets in one.
 */
export async function findSecretKeys(input: Uint8Array | string, now: number): Promise<FoundKey[]> {
  return Promise.all(splitKeys(input).map(async (bytes) => found(await parse(bytes), now)));
}

async function found(key: PrivateKey | 'too_old', now: number): Promise<FoundKey> {
  if (key === 'too_old') throw new SottoError('key_weak');
  const encryption = await key.getEncryptionKey(undefined, undefined, undefined, settings).catch(() => null);
  return {
    fingerprint: key.getFingerprint() as Fingerprint,
    name: await nameOf(key),
    algorithm: algorithmText(key.getAlgorithmInfo(), (encryption ?? key).getAlgorithmInfo()),
    version: key.keyPacket.version === 6 ? 6 : 4,
    created: key.getCreationTime().getTime(),
    isProtected: isProtected(key),
    problem: await usable(key, now).then(
      () => null,
      (error: unknown) => {
        if (error instanceof SottoError) return error.code;
        throw error;
      },
    ),
  };
}

/**
 * Unlocks the one key of this fingerprint, and keeps of it what its owner signed. `passphrase` is not looked at where
 * the key is not protected. Throws what `findSecretKeys` throws; `key_passphrase`; and what stands in the way of using
 * it: `key_revoked`, `key_expired`, `key_weak`, `key_not_yet`, `key_no_encryption`, `key_cannot_sign`, `key_elsewhere`.
 */
export async function importSecretKey(
  input: Uint8Array | string,
  fingerprint: string,
  passphrase: string,
  now: number,
): Promise<ImportedKey> {
  const keys = await Promise.all(splitKeys(input).map(parse));
  const key = keys.find((candidate) => candidate !== 'too_old' && candidate.getFingerprint() === fingerprint);
  if (key === undefined || key === 'too_old') throw new SottoError('key_none');
  await usable(key, now);
  const unlocked = await unlock(key, passphrase);
  const kept = secretKeyOf(await selfSigned(unlocked));
  const summary = await usable(kept, now);
  const secretKey = ownBytes(packetsOf(await selfSigned(kept)).write()) as SecretKeyBinary;
  if (secretKey.length > MAX_KEPT_BYTES) throw new SottoError('too_large');
  const revocation = hasSecret(kept) ? await revocationCertificate(kept, now) : null;
  return { summary, secretKey, revocation };
}

/** Each key's own packets. */
function splitKeys(input: Uint8Array | string): Uint8Array[] {
  const places = packetSequence(binaryOf(input));
  if (places === null) throw new SottoError('key_damaged');
  const groups: PacketPlace[][] = [];
  for (const place of places) {
    if (place.tag === packetTag.secretKey || place.tag === packetTag.publicKey) groups.push([place]);
    else groups.at(-1)?.push(place);
  }
  const secret = groups.filter(([first]) => first?.tag === packetTag.secretKey);
  if (secret.length === 0) throw new SottoError(groups.length > 0 ? 'key_public' : 'key_none');
  const isTooLarge = secret.some((group) => group.filter(isSecret).length > MAX_SECRET_PACKETS);
  if (secret.length > MAX_KEYS || isTooLarge) throw new SottoError('too_large');
  return secret.map((group) => concatBytes(...group.map(writePacket)));
}

function isSecret({ tag }: PacketPlace): boolean {
  return tag === packetTag.secretKey || tag === packetTag.secretSubkey;
}

function binaryOf(input: Uint8Array | string): Uint8Array {
  if (input.length > MAX_INPUT_BYTES) throw new SottoError('too_large');
  if (typeof input !== 'string') {
    // No packet starts with a byte below 0x80 (RFC 9580 4.2), and armor holds no other.
    return (input[0] ?? 0) >= 0x80 ? input : binaryOf(new TextDecoder('utf-8').decode(input));
  }
  const blocks = readArmor(input);
  const secret = blocks.filter(({ type }) => type === 'PRIVATE KEY BLOCK');
  if (secret.length > 0) return concatBytes(...secret.map(({ bytes }) => bytes));
  if (/-----(?:BEGIN|END) PGP PRIVATE KEY BLOCK-----/.test(input)) throw new SottoError('key_damaged');
  throw new SottoError(blocks.some(({ type }) => type === 'PUBLIC KEY BLOCK') ? 'key_public' : 'key_none');
}

async function parse(bytes: Uint8Array): Promise<PrivateKey | 'too_old'> {
  // Version 2 and 3 keys (RFC 9580 5.5.2.1) hang on MD5.
  const [primary] = packetSequence(bytes) ?? [];
  if (primary && primary.first < 4) return 'too_old';
  try {
    return await readPrivateKey({ binaryKey: bytes, config: settings });
  } catch (cause) {
    throw new SottoError('key_damaged', '', { cause });
  }
}

function isProtected(key: PrivateKey): boolean {
  return key.getKeys().some((part) => hasSecret(part) && !part.keyPacket.isDecrypted());
}

async function unlock(key: PrivateKey, passphrase: string): Promise<PrivateKey> {
  dropStubs(key);
  const unlocked = isProtected(key) ? await decrypt(key, passphrase) : key;
  try {
    // Foreign secret numbers under somebody's own certificate are read without complaint till they are used.
    await Promise.all(unlocked.getKeys().filter(hasSecret).map(validate));
  } catch (cause) {
    throw new SottoError('key_damaged', '', { cause });
  }
  return unlocked;
}

/** Subkeys that only say where their secret part is are of no use here, and cannot be unlocked. */
function dropStubs(key: PrivateKey): void {
  key.subkeys = key.subkeys.filter(hasSecret);
  if (!hasSecret(key) && 'makeDummy' in key.keyPacket) key.keyPacket.makeDummy(settings);
}

function validate({ keyPacket }: ReturnType<PrivateKey['getKeys']>[number]): Promise<void> {
  return 'validate' in keyPacket ? keyPacket.validate() : Promise.resolve();
}

async function decrypt(privateKey: PrivateKey, passphrase: string): Promise<PrivateKey> {
  const isOpen = (part: ReturnType<PrivateKey['getKeys']>[number]) => part.keyPacket.isDecrypted();
  if (privateKey.getKeys().filter(hasSecret).some(isOpen)) throw new SottoError('key_damaged');
  // As it was typed, and as another keyboard may have typed it.
  const passphrases = [...new Set([passphrase, passphrase.normalize('NFC'), passphrase.normalize('NFD')])];
  try {
    return await decryptKey({ privateKey, passphrase: passphrases, config: settings });
  } catch (cause) {
    throw new SottoError('key_passphrase', await nameOf(privateKey), { cause });
  }
}

const problems: Partial<Record<ErrorCode, ErrorCode>> = {
  certificate_revoked: 'key_revoked',
  certificate_expired: 'key_expired',
  certificate_weak: 'key_weak',
  certificate_not_yet: 'key_not_yet',
  certificate_no_encryption: 'key_no_encryption',
  certificate_damaged: 'key_damaged',
};

/** Whether one can write and be written to with it. */
async function usable(key: PrivateKey, now: number): Promise<CertificateSummary> {
  const date = new Date(now);
  const summary = await summaryOf(key, now);
  const [encryption, signing] = await Promise.all([
    key.getEncryptionKey(undefined, date, undefined, settings).catch(() => null),
    key.getSigningKey(undefined, date, undefined, settings).catch(() => null),
  ]);
  if (!signing) throw new SottoError('key_cannot_sign');
  if (!encryption) throw new SottoError('key_no_encryption');
  if (!hasSecret(encryption) || !hasSecret(signing)) throw new SottoError('key_elsewhere');
  return summary;
}

async function summaryOf(key: PrivateKey, now: number): Promise<CertificateSummary> {
  try {
    const [summary] = await inspectCertificates(key.toPublic().write(), now);
    if (summary) return summary;
  } catch (error) {
    if (!(error instanceof SottoError)) throw error;
    throw new SottoError(problems[error.code] ?? error.code, '', { cause: error });
  }
  throw new SottoError('unexpected');
}
