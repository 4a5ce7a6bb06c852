/** The one place where OpenPGP.js is told what to do. Every call into the library passes `settings`. */
import { config, enums, type Config } from 'openpgp';
import { NOTATION_NAME } from './notation';

/** Input longer than this is not looked at, in bytes. Also what a compressed message may unpack to. */
export const MAX_INPUT_BYTES = 1 << 20;
/** What a person may write in one message, in UTF-8 bytes. */
export const MAX_TEXT_BYTES = 100_000;
/** The longest text handed on, in UTF-16 units; other programs may write more than we do. */
export const MAX_READ_LENGTH = 200_000;
/** A message to more readers than this is not looked at. */
export const MAX_PKESKS = 300;
/** Each PKESK without a name costs a try with each of our keys. */
export const MAX_WILDCARD_TRIES = 20;
/** Clocks differ: how far ahead of ours a signature or a certificate may be dated, in milliseconds. */
export const CLOCK_TOLERANCE = 10 * 60 * 1000;

/** Complete and frozen, so that nothing depends on the library's global configuration. */
export const settings: Readonly<Config> = Object.freeze({
  ...config,
  // What a new certificate advertises and how secrets at rest are protected: AES-256-GCM is native code in browsers.
  aeadProtect: true,
  preferredAEADAlgorithm: enums.aead.gcm,
  preferredSymmetricAlgorithm: enums.symmetric.aes256,
  // Of messages: enough for Ed25519, and version 6 signatures carry a salt half as long as the hash (RFC 9580 9.5).
  preferredHashAlgorithm: enums.hash.sha256,
  // Compression before encryption tells about the text by its length.
  preferredCompressionAlgorithm: enums.compression.uncompressed,
  v6Keys: false,
  // Argon2id with 64 MiB (2^16 KiB), three passes, four lanes; and no more than 256 MiB on a stranger's word.
  s2kType: enums.s2k.argon2,
  s2kArgon2Params: { passes: 3, parallelism: 4, memoryExponent: 16 },
  maxArgon2MemoryExponent: 18,
  maxDecompressedMessageSize: MAX_INPUT_BYTES,
  // The whole input is bounded; what people see of a user ID is cut in name.ts.
  maxUserIDLength: MAX_INPUT_BYTES,
  allowUnauthenticatedMessages: false,
  allowUnauthenticatedStream: false,
  enforceGrammar: true,
  ignoreMalformedPackets: false,
  minRSABits: 2047,
  showVersion: false,
  showComment: false,
  knownNotations: [NOTATION_NAME],
  // No message and no self-signature of ours is signed twice over the same data, so a salt would only add length.
  nonDeterministicSignaturesViaNotation: false,
  rejectMessageHashAlgorithms: new Set([
    enums.hash.md5,
    enums.hash.ripemd,
    enums.hash.sha1,
    enums.hash.sha224,
  ]),
} satisfies Config);
