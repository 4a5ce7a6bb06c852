import {
  createMessage,
  encrypt,
  enums,
  PaddingPacket,
  type Key,
  type Message,
  type PrivateKey,
} from 'openpgp';
import { SottoError } from '../protocol/errors';
import { encodeBinding } from './binding';
import { ownBytes, utf8 } from './bytes';
import { nameOf, readsSeipd2 } from './certificate-facts';
import { messageDigest } from './digest';
import { paddedLength, paddingPacketBody } from './padding';
import { parseCertificate, parseSecretKey } from './parsed';
import { CLOCK_TOLERANCE, MAX_TEXT_BYTES, settings } from './settings';
import { signMessage, type SignatureContent } from './signing';
import type { Binding, CertificateBinary, CiphertextBinary, MessageDigest, SecretKeyBinary } from './types';

/** Beyond this many readers the signature does not name them: 23 bytes each, and the binding has their hash anyway. */
const MAX_INTENDED = 10;

export type EncryptedMessage = {
  readonly ciphertext: CiphertextBinary;
  readonly digest: MessageDigest;
  /** The older container when one reader's certificate does not advertise the newer with AES-256-GCM. */
  readonly container: 'seipd1' | 'seipd2';
  /** Bytes of what is encrypted, before and after padding. */
  readonly unpadded: number;
  readonly padded: number;
};

/**
 * Signs `text`, binds it to its place and encrypts it to `members` and to `certificate`, our own (RFC 9580 10.3).
 * The length tells about the text only in steps of padding.ts. `now` in milliseconds dates the signature.
 *
 * Throws SottoError `too_large` above 100,000 UTF-8 bytes, and `certificate_unusable` with the name in `detail` for a
 * certificate that cannot be encrypted to, or for our own when it cannot sign.
 */
export async function encryptMessage(options: {
  text: string;
  members: readonly CertificateBinary[];
  secretKey: SecretKeyBinary;
  certificate: CertificateBinary;
  binding: Binding;
  now: number;
}): Promise<EncryptedMessage> {
  const bytes = utf8.encode(options.text);
  if (bytes.length > MAX_TEXT_BYTES) throw new SottoError('too_large');
  const [secretKey, ...parsed] = await Promise.all([
    parseSecretKey(options.secretKey),
    ...[options.certificate, ...options.members].map(parseCertificate),
  ]);
  const readers = distinct(parsed);
  const date = await usableDate(readers, options.now);
  const container = (await everyReadsSeipd2(readers, date)) ? 'seipd2' : 'seipd1';
  const content = {
    binding: encodeBinding(options.binding),
    intended: readers.length > MAX_INTENDED ? [] : readers.map(fingerprintOf),
    padding: null,
  };
  const signer = await signWith(secretKey, bytes, content, options.now);
  const { message, unpadded } =
    container === 'seipd2' ? await padWithPacket(await signer(null)) : await padWithNotation(signer);
  const sessionKey = await newSessionKey(readers, date, container);
  const encrypted = await encrypt({
    message,
    encryptionKeys: readers,
    sessionKey,
    format: 'binary',
    date,
    config: settings,
  });
  const ciphertext = ownBytes(encrypted) as CiphertextBinary;
  const padded = ownLength(message);
  return { ciphertext, digest: await messageDigest(ciphertext), container, unpadded, padded };
}

/** Each key once, whoever is named twice. */
export function distinct(keys: readonly Key[]): Key[] {
  return [...new Map(keys.map((key) => [key.getFingerprint(), key])).values()];
}

type Padded = { readonly message: Message<Uint8Array>; readonly unpadded: number };
type Signer = (padding: number | null) => Promise<Message<Uint8Array>>;

async function signWith(
  secretKey: PrivateKey,
  bytes: Uint8Array,
  content: Omit<SignatureContent, 'date'>,
  now: number,
): Promise<Signer> {
  // After a small step back of our clock the key would be younger than its signature, which nobody accepts.
  const created = secretKey.getCreationTime().getTime();
  const date = new Date(created - now > CLOCK_TOLERANCE ? now : Math.max(created, now));
  const key = await secretKey
    .getSigningKey(undefined, date, undefined, settings)
    .catch(async (cause: unknown) => {
      throw new SottoError('certificate_unusable', await nameOf(secretKey), { cause });
    });
  return async (padding) => {
    // Outside the signature (RFC 9580 5.9), so it says nothing; the signature has the time.
    const literal = await createMessage({ binary: bytes, date: new Date(0) });
    return signMessage(literal, key.keyPacket as Parameters<typeof signMessage>[1], {
      ...content,
      padding,
      date,
    });
  };
}

/** For SEIPDv2, RFC 9580 5.14. */
async function padWithPacket(message: Message<Uint8Array>): Promise<Padded> {
  const unpadded = ownLength(message);
  const body = paddingPacketBody(unpadded);
  if (body === null) return { message, unpadded };
  const padding = new PaddingPacket();
  await padding.createPadding(body);
  message.packets.push(padding);
  return { message, unpadded };
}

/**
 * For SEIPDv1, whose readers may know no padding packet: a notation in the signature, which GnuPG passes over. Signed
 * again until the length is right: the notation's header grows with it, and one signature in a hundred is a byte short.
 */
async function padWithNotation(sign: Signer): Promise<Padded> {
  let padding = 0;
  let unpadded = 0;
  let target = 0;
  for (let attempt = 0; ; attempt++) {
    const message = await sign(padding);
    const length = ownLength(message);
    if (attempt === 0) unpadded = length;
    if (length === target) return { message, unpadded };
    // Some lengths cannot be reached; the next allowed one then can.
    if (target === 0 || attempt % 5 === 4) target = paddedLength(Math.max(length, target + 1));
    if (length === target) return { message, unpadded };
    padding = Math.max(0, padding + target - length);
  }
}

function ownLength(message: Message<Uint8Array>): number {
  return message.packets.write().length;
}

/** The time at which every certificate is usable: now, or, where one is dated ahead by its owner's clock, a little later. */
export async function usableDate(readers: readonly Key[], now: number): Promise<Date> {
  const dates = [new Date(now), new Date(now + CLOCK_TOLERANCE)] as const;
  const usable = (key: Key, date: Date) =>
    key.getEncryptionKey(undefined, date, undefined, settings).then(
      () => true,
      () => false,
    );
  for (const date of dates) {
    const results = await Promise.all(readers.map((key) => usable(key, date)));
    if (results.every(Boolean)) return date;
  }
  for (const key of readers) {
    if ((await usable(key, dates[0])) || (await usable(key, dates[1]))) continue;
    throw new SottoError('certificate_unusable', await nameOf(key));
  }
  throw new SottoError('certificate_unusable');
}

/** Whether the newer container can be written. */
export async function everyReadsSeipd2(readers: readonly Key[], date: Date): Promise<boolean> {
  const signatures = await Promise.all(
    readers.map((key) => key.getPrimarySelfSignature(date, undefined, settings)),
  );
  return signatures.every(readsSeipd2);
}

/** AES-256, except where a SEIPDv1 reader does not list it: AES-128, which all must read (RFC 9580 9.3). */
export async function newSessionKey(readers: readonly Key[], date: Date, container: 'seipd1' | 'seipd2') {
  const signatures = await Promise.all(
    readers.map((key) => key.getPrimarySelfSignature(date, undefined, settings)),
  );
  const aes256 = signatures.every(({ preferredSymmetricAlgorithms }) =>
    preferredSymmetricAlgorithms?.includes(enums.symmetric.aes256),
  );
  return container === 'seipd2'
    ? {
        data: crypto.getRandomValues(new Uint8Array(32)),
        algorithm: 'aes256' as const,
        aeadAlgorithm: 'gcm' as const,
      }
    : {
        data: crypto.getRandomValues(new Uint8Array(aes256 ? 32 : 16)),
        algorithm: aes256 ? ('aes256' as const) : ('aes128' as const),
      };
}

function fingerprintOf(key: Key): SignatureContent['intended'][number] {
  const fingerprint = key.keyPacket.getFingerprintBytes();
  if (fingerprint === null) throw new SottoError('certificate_unusable');
  return { version: key.keyPacket.version, fingerprint };
}
