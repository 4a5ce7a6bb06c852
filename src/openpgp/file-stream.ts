/**
 * Files as OpenPGP messages, in pieces: signed and encrypted by OpenPGP.js as they come. What gpg or sq opens with a
 * member's secret key is the file, with no name and no date (RFC 9580 5.9).
 */
import { createMessage, decrypt, encrypt, PaddingPacket, readMessage, type Config } from 'openpgp';
import { SottoError } from '../protocol/errors';
import { padme } from '../wire/padme';
import { fromHex, toHex } from './bytes';
import { distinct, everyReadsSeipd2, newSessionKey, usableDate } from './encrypt';
import { parseCertificate, parseSecretKey } from './parsed';
import { CLOCK_TOLERANCE, settings } from './settings';
import type { CertificateBinary, Fingerprint, SecretKeyBinary } from './types';
import { verdictOf } from './verdict';

export type Container = 'seipd1' | 'seipd2';
type Bytes = ReadableStream<Uint8Array<ArrayBuffer>>;

/** Bytes that signature and headers add, about: lengths are padded with them, so that they do not matter. */
const AROUND = 300;
/** Chunks of 1 MiB (RFC 9580 5.13.2: 2^(14 + 6)): fewer are slower. */
const fileSettings: Config = { ...settings, aeadChunkSizeByte: 14 };

/**
 * Encrypts `content`, of `size` bytes, to `members` and to `certificate`, our own, and signs it. `now` in milliseconds.
 * In SEIPDv2 the length is padded by PADMÉ; in SEIPDv1, whose readers may know no padding packet, it shows.
 * Throws SottoError `certificate_unusable` with the name in `detail` for one that cannot be encrypted to.
 */
export async function encryptFile(options: {
  content: Bytes;
  size: number;
  members: readonly CertificateBinary[];
  secretKey: SecretKeyBinary;
  certificate: CertificateBinary;
  now: number;
}): Promise<{ readonly ciphertext: Bytes; readonly container: Container; readonly key: string }> {
  const [secretKey, ...parsed] = await Promise.all([
    parseSecretKey(options.secretKey),
    ...[options.certificate, ...options.members].map(parseCertificate),
  ]);
  const readers = distinct(parsed);
  const date = await usableDate(readers, options.now);
  const container = (await everyReadsSeipd2(readers, date)) ? 'seipd2' : 'seipd1';
  const sessionKey = await newSessionKey(readers, date, container);
  const literal = await createMessage({ binary: options.content, date: new Date(0) });
  const message = await literal.sign([secretKey], [], null, [], date, [], [], [], fileSettings);
  if (container === 'seipd2') message.packets.push(padding(options.size + AROUND));
  const ciphertext = await encrypt({
    message,
    encryptionKeys: readers,
    sessionKey,
    format: 'binary',
    date,
    config: fileSettings,
  });
  return { ciphertext: ciphertext as Bytes, container, key: toHex(sessionKey.data) };
}

const RANDOM_MOST = 65_536;

function padding(length: number): PaddingPacket {
  const packet = new PaddingPacket();
  const bytes = new Uint8Array(padme(length) - length);
  // The library's own way asks for all of them at once, and WebCrypto gives only so many.
  for (let at = 0; at < bytes.length; at += RANDOM_MOST)
    crypto.getRandomValues(bytes.subarray(at, at + RANDOM_MOST));
  packet.padding = bytes;
  return packet;
}

/**
 * Opens what `encryptFile` made, with the session key that its message named and no other: another file, however
 * validly signed, does not open. `content` may be handed on once it has ended and `checked` has resolved, not before.
 * Both reject with SottoError `file_damaged` for everything that is not exactly that file.
 *
 * @param author the fingerprint of the certificate whose signature it must bear; `certificates` are the candidates
 */
export async function decryptFile(options: {
  ciphertext: Bytes;
  key: string;
  certificates: readonly CertificateBinary[];
  author: Fingerprint;
  now: number;
}): Promise<{ readonly content: Bytes; readonly checked: Promise<void> }> {
  const candidates = await Promise.all(options.certificates.map(parseCertificate));
  const damaged = (cause?: unknown) => new SottoError('file_damaged', '', { cause });
  try {
    const data = fromHex(options.key);
    const opened = await decrypt({
      message: await readMessage({ binaryMessage: options.ciphertext, config: fileSettings }),
      sessionKeys: { data, algorithm: data.length === 32 ? 'aes256' : 'aes128' },
      verificationKeys: candidates,
      format: 'binary',
      date: new Date(options.now + CLOCK_TOLERANCE),
      config: fileSettings,
    });
    const checked = async () => {
      const verdict = await verdictOf(opened.signatures, candidates, []);
      if (verdict.kind !== 'valid' || verdict.fingerprint !== options.author) throw damaged();
    };
    // Only at the end is there a signature to verify; till then nobody waits for it, and it must not go unheard.
    const verdict = checked();
    verdict.catch(() => undefined);
    return { content: opened.data as Bytes, checked: verdict };
  } catch (cause) {
    throw damaged(cause);
  }
}
