import {
  decrypt,
  enums,
  PublicKeyEncryptedSessionKeyPacket,
  readMessage as parseMessage,
  type DecryptMessageResult,
  type Key,
  type PrivateKey,
} from 'openpgp';
import { SottoError } from '../protocol/errors';
import { BoundedMap } from './bounded-map';
import { equalBytes, ownBytes } from './bytes';
import { messageDigest } from './digest';
import { packetSequence, packetTag } from './packet-sequence';
import { forgetParsedSecretKeys, parseCertificate, parseSecretKey } from './parsed';
import { readSignedText } from './plain-message';
import { forgetImportedKeys, openSessionKey, type DecryptionKey, type OpenedSessionKey } from './session-key';
import {
  CLOCK_TOLERANCE,
  MAX_INPUT_BYTES,
  MAX_PKESKS,
  MAX_READ_LENGTH,
  MAX_WILDCARD_TRIES,
  settings,
} from './settings';
import { openSingleChunk } from './single-chunk';
import type { CertificateBinary, MessageDigest, ReadMessage, SecretKeyBinary } from './types';
import { verdictOf } from './verdict';

/** Session keys of messages that decrypted, by owner and digest: a second reading skips the public-key work. */
let sessionKeys = newCache();

function newCache(): BoundedMap<string, OpenedSessionKey> {
  return new BoundedMap(5000);
}

/** Drops everything secret that reading has kept. Called when the vault locks. */
export function forgetSecrets(): void {
  // A new one: what a reading in progress still finds goes into the old.
  sessionKeys = newCache();
  forgetImportedKeys();
  forgetParsedSecretKeys();
}

/**
 * Reads one encrypted message, which is hostile until proven otherwise: [PKESK..., SEIPD] and nothing else, decrypted
 * by the PKESK that is for us, with at most one signature. `certificates` are the candidates for its signer. Whether
 * that signer may write here, and what the binding must say, is for the caller to judge.
 *
 * Throws SottoError alone: `too_large`; `not_for_me` when no PKESK names a key of ours; `bad_data` for everything
 * else, the same for all ways a decryption can fail. `now` in milliseconds; signatures dated up to ten minutes ahead
 * pass for present, later ones are valid too and their `time` tells.
 */
export async function readMessage(options: {
  ciphertext: Uint8Array;
  secretKeys: readonly SecretKeyBinary[];
  certificates: readonly CertificateBinary[];
  now: number;
}): Promise<ReadMessage> {
  if (options.ciphertext.length > MAX_INPUT_BYTES) throw new SottoError('too_large');
  try {
    return await read(ownBytes(options.ciphertext), options);
  } catch (cause) {
    throw cause instanceof SottoError ? cause : new SottoError('bad_data', '', { cause });
  }
}

async function read(
  ciphertext: Uint8Array,
  options: {
    secretKeys: readonly SecretKeyBinary[];
    certificates: readonly CertificateBinary[];
    now: number;
  },
): Promise<ReadMessage> {
  const parts = takeApart(ciphertext);
  const [digest, own, candidates] = await Promise.all([
    messageDigest(ciphertext),
    Promise.all(options.secretKeys.map(parseSecretKey)),
    parseAll(options.certificates),
  ]);
  const sessionKey = await sessionKeyFor(parts, digest, own);
  const present = new Date(options.now + CLOCK_TOLERANCE);
  const first = await open(parts, sessionKey, candidates, present);
  const [found] = first.signatures;
  const signature = found === undefined ? undefined : await signaturePacket(found);
  // A signature of the future is judged at its own time. Only what is opened together is a text with its signatures.
  const created = signature?.created ?? present;
  const opened = created > present ? await open(parts, sessionKey, candidates, created) : first;
  return {
    text: readText(opened.data, signature?.signatureType === enums.signature.text),
    digest,
    signature: await verdictOf(opened.signatures, candidates, own),
  };
}

/** A candidate that cannot be parsed has signed nothing. */
async function parseAll(certificates: readonly CertificateBinary[]): Promise<Key[]> {
  const parsed = await Promise.all(certificates.map((one) => parseCertificate(one).catch(() => null)));
  return parsed.filter((key) => key !== null);
}

/** A message taken apart: what it is, the bodies of its PKESKs, and the body of its SEIPD. */
type Parts = {
  readonly ciphertext: Uint8Array;
  readonly pkesks: readonly Uint8Array[];
  readonly seipd: Uint8Array;
};

/** Refuses any other shape before anything of it is worked on. */
function takeApart(ciphertext: Uint8Array): Parts {
  const places = packetSequence(ciphertext);
  const last = places?.pop();
  const isRightShape =
    places !== null &&
    last?.tag === packetTag.seipd &&
    (last.first === 1 || last.first === 2) &&
    places.length > 0 &&
    places.length <= MAX_PKESKS &&
    places.every(({ tag }) => tag === packetTag.pkesk);
  if (!isRightShape) throw new SottoError('bad_data');
  return { ciphertext, pkesks: places.map(({ body }) => body), seipd: last.body };
}

async function sessionKeyFor(
  parts: Parts,
  digest: MessageDigest,
  own: readonly PrivateKey[],
): Promise<OpenedSessionKey> {
  const cache = sessionKeys;
  const name = [digest, ...own.map((key) => key.getFingerprint())].join(' ');
  const known = cache.get(name);
  if (known !== undefined) return known;
  const opened = await openOne(parts, await decryptionKeys(own));
  cache.set(name, opened);
  return opened;
}

async function decryptionKeys(own: readonly PrivateKey[]): Promise<DecryptionKey[]> {
  const lists = await Promise.all(
    own.map(async (owner) => {
      // Without a date: what was written to an expired key is still ours to read.
      const components = await owner.getDecryptionKeys(undefined, null, undefined, settings);
      return components.map((component) => ({ owner, component }));
    }),
  );
  return lists.flat();
}

/** The PKESK that names a key of ours, or one of the first few that name none (RFC 9580 5.1.8). */
async function openOne(parts: Parts, keys: readonly DecryptionKey[]): Promise<OpenedSessionKey> {
  // RFC 9580 10.3.2.1: a PKESK of the other generation does not belong to this container.
  const version = parts.seipd[0] === 2 ? 6 : 3;
  const pkesks = parts.pkesks.flatMap(readPkesk).filter((packet) => packet.version === version);
  for (const pkesk of pkesks) {
    const key = keys.find(({ component }) => isFor(pkesk, component.keyPacket));
    if (key !== undefined) return openSessionKey(pkesk, key);
  }
  for (const pkesk of pkesks.filter(isWildcard).slice(0, MAX_WILDCARD_TRIES)) {
    for (const key of keys) {
      const opened = await openSessionKey(pkesk, key).catch(() => null);
      if (opened !== null) return opened;
    }
  }
  throw new SottoError('not_for_me');
}

/** As the library does: a version or algorithm that it does not know is for others, damage is refused. */
function readPkesk(body: Uint8Array): PublicKeyEncryptedSessionKeyPacket[] {
  const packet = new PublicKeyEncryptedSessionKeyPacket();
  try {
    packet.read(body);
    return [packet];
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'UnsupportedError') return [];
    throw cause;
  }
}

function isFor(
  pkesk: PublicKeyEncryptedSessionKeyPacket,
  key: DecryptionKey['component']['keyPacket'],
): boolean {
  if (pkesk.version !== 6) return pkesk.publicKeyID.equals(key.getKeyID());
  const fingerprint = key.getFingerprintBytes();
  return (
    fingerprint !== null &&
    pkesk.publicKeyFingerprint !== null &&
    equalBytes(pkesk.publicKeyFingerprint, fingerprint)
  );
}

function isWildcard(pkesk: PublicKeyEncryptedSessionKeyPacket): boolean {
  return /^0+$/.test(pkesk.publicKeyID.toHex());
}

type Opened = {
  readonly data: Uint8Array;
  readonly signatures: DecryptMessageResult['signatures'];
};

/** The text and, of the same packets, its signatures: those of one must never be taken for those of the other. */
async function open(
  { ciphertext, seipd }: Parts,
  sessionKey: OpenedSessionKey,
  candidates: Key[],
  date: Date,
): Promise<Opened> {
  const packets = await openSingleChunk(seipd, sessionKey.data);
  const message = packets && readSignedText(packets);
  const data = message?.getLiteralData();
  if (message && data) return { data, signatures: await message.verify(candidates, date, settings) };
  return decrypt({
    message: await parseMessage({ binaryMessage: ciphertext, config: settings }),
    // Null where SEIPDv2 names the algorithm; the declaration does not know that.
    sessionKeys: { data: sessionKey.data, algorithm: sessionKey.algorithm ?? 'aes256' },
    verificationKeys: candidates,
    format: 'binary',
    date,
    config: settings,
  });
}

async function signaturePacket(found: Opened['signatures'][number]) {
  return (await found.signature).packets[0];
}

/** A text signature (RFC 9580 5.2.1.2) covers lines, whose ends were rewritten to be signed; they are shown as ours. */
function readText(data: Uint8Array, isTextSignature: boolean): string {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(data);
  if (text.length > MAX_READ_LENGTH) throw new SottoError('too_large');
  return isTextSignature ? text.replace(/\r\n/g, '\n') : text;
}
