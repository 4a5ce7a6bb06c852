import {
  decrypt,
  enums,
  PublicKeyEncryptedSessionKeyPacket,
  readMessage as parseMessage,
  SymEncryptedIntegrityProtectedDataPacket,
  type Key,
  type Message,
  type PrivateKey,
} from 'openpgp';
import { SottoError } from '../protocol/errors';
import { BoundedMap } from './bounded-map';
import { equalBytes, ownBytes } from './bytes';
import { messageDigest } from './digest';
import { packetSequence, packetTag } from './packet-sequence';
import { forgetParsedSecretKeys, parseCertificate, parseSecretKey } from './parsed';
import { forgetImportedKeys, openSessionKey, type DecryptionKey, type OpenedSessionKey } from './session-key';
import {
  CLOCK_TOLERANCE,
  MAX_INPUT_BYTES,
  MAX_PKESKS,
  MAX_READ_LENGTH,
  MAX_WILDCARD_TRIES,
  settings,
} from './settings';
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
  checkSequence(ciphertext);
  const [digest, own, candidates] = await Promise.all([
    messageDigest(ciphertext),
    Promise.all(options.secretKeys.map(parseSecretKey)),
    parseAll(options.certificates),
  ]);
  const sessionKey = await sessionKeyFor(ciphertext, digest, own);
  const present = new Date(options.now + CLOCK_TOLERANCE);
  const first = await open(ciphertext, sessionKey, candidates, present);
  const [found] = first.signatures;
  const signature = found === undefined ? undefined : await signaturePacket(found);
  // A signature of the future is judged at its own time; `decrypt` alone pairs a text with its signatures, so it runs again.
  const created = signature?.created ?? present;
  const opened = created > present ? await open(ciphertext, sessionKey, candidates, created) : first;
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

/** Refuses any other shape before anything of it is worked on. */
function checkSequence(ciphertext: Uint8Array): void {
  const places = packetSequence(ciphertext);
  const last = places?.pop();
  const isRightShape =
    places !== null &&
    last?.tag === packetTag.seipd &&
    places.length > 0 &&
    places.length <= MAX_PKESKS &&
    places.every(({ tag }) => tag === packetTag.pkesk);
  if (!isRightShape) throw new SottoError('bad_data');
}

async function sessionKeyFor(
  ciphertext: Uint8Array,
  digest: MessageDigest,
  own: readonly PrivateKey[],
): Promise<OpenedSessionKey> {
  const cache = sessionKeys;
  const name = [digest, ...own.map((key) => key.getFingerprint())].join(' ');
  const known = cache.get(name);
  if (known !== undefined) return known;
  const message = await parse(ciphertext);
  const opened = await openOne(message, await decryptionKeys(own));
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
async function openOne(
  message: Message<Uint8Array>,
  keys: readonly DecryptionKey[],
): Promise<OpenedSessionKey> {
  const seipd = message.packets.find((packet) => packet instanceof SymEncryptedIntegrityProtectedDataPacket);
  // RFC 9580 10.3.2.1: a PKESK of the other generation does not belong to this container.
  const version = seipd?.version === 2 ? 6 : 3;
  const pkesks = message.packets
    .filter((packet) => packet instanceof PublicKeyEncryptedSessionKeyPacket)
    .filter((packet) => packet.version === version);
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

async function open(ciphertext: Uint8Array, sessionKey: OpenedSessionKey, candidates: Key[], date: Date) {
  return decrypt({
    message: await parse(ciphertext),
    // Null where SEIPDv2 names the algorithm; the declaration does not know that.
    sessionKeys: { data: sessionKey.data, algorithm: sessionKey.algorithm ?? 'aes256' },
    verificationKeys: candidates,
    format: 'binary',
    date,
    config: settings,
  });
}

function parse(ciphertext: Uint8Array): Promise<Message<Uint8Array>> {
  return parseMessage({ binaryMessage: ciphertext, config: settings });
}

type Opened = Awaited<ReturnType<typeof open>>;

async function signaturePacket(found: Opened['signatures'][number]) {
  return (await found.signature).packets[0];
}

/** A text signature (RFC 9580 5.2.1.2) covers lines, whose ends were rewritten to be signed; they are shown as ours. */
function readText(data: Uint8Array, isTextSignature: boolean): string {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(data);
  if (text.length > MAX_READ_LENGTH) throw new SottoError('too_large');
  return isTextSignature ? text.replace(/\r\n/g, '\n') : text;
}
