/** The vault's data key under a passphrase: an OpenPGP message, SKESKv6 with Argon2id and SEIPDv2 with AES-256-GCM. */
import { createMessage, decrypt, encrypt, readMessage } from 'openpgp';
import { SottoError } from '../protocol/errors';
import { ownBytes } from './bytes';
import { packetSequence, packetTag } from './packet-sequence';
import { settings } from './settings';

/** A wrapped key is some 200 bytes; nothing longer is looked at. */
const MAX_WRAPPED_BYTES = 1024;
/** Where the SKESKv6 (RFC 9580 5.3.2) has its S2K specifier: after two headers, version, count, cipher, AEAD, length. */
const S2K_OFFSET = 7;
/** RFC 9580 3.7.1.4: the id, 16 bytes of salt, passes, parallelism, exponent of the memory in KiB. */
const ARGON2 = 4;

/** Argon2id, three passes, four lanes, 64 MiB: about half a second. Another salt, so another result, each time. */
export async function wrapDataKey(dataKey: Uint8Array, passphrase: string): Promise<Uint8Array<ArrayBuffer>> {
  const wrapped = await encrypt({
    message: await createMessage({ binary: dataKey, date: new Date(0) }),
    passwords: normal(passphrase),
    format: 'binary',
    config: settings,
  });
  return ownBytes(wrapped);
}

/**
 * Throws SottoError `wrong_passphrase`, or `bad_data` when this is no message of `wrapDataKey`'s making (other kinds
 * and costlier parameters than ours are refused before any work is done).
 */
export async function unwrapDataKey(
  wrapped: Uint8Array,
  passphrase: string,
): Promise<Uint8Array<ArrayBuffer>> {
  if (!isWrappedKey(wrapped)) throw new SottoError('bad_data');
  let message;
  try {
    message = await readMessage({ binaryMessage: wrapped, config: settings });
  } catch (cause) {
    throw new SottoError('bad_data', '', { cause });
  }
  try {
    const { data } = await decrypt({
      message,
      passwords: normal(passphrase),
      format: 'binary',
      config: settings,
    });
    return ownBytes(data);
  } catch (cause) {
    throw new SottoError('wrong_passphrase', '', { cause });
  }
}

function isWrappedKey(bytes: Uint8Array): boolean {
  if (bytes.length > MAX_WRAPPED_BYTES) return false;
  const [skesk, seipd, ...rest] = packetSequence(bytes) ?? [];
  if (skesk?.tag !== packetTag.skesk || skesk.first !== 6) return false;
  if (seipd?.tag !== packetTag.seipd || seipd.first !== 2) return false;
  const { passes, parallelism, memoryExponent } = settings.s2kArgon2Params;
  const argon2 = bytes.subarray(S2K_OFFSET);
  return (
    rest.length === 0 &&
    argon2[0] === ARGON2 &&
    (argon2[17] ?? 256) <= passes &&
    (argon2[18] ?? 256) <= parallelism &&
    (argon2[19] ?? 256) <= memoryExponent
  );
}

/** The same letters typed on another keyboard or system must open it (RFC 8265 4.2.2 asks for NFC). */
function normal(passphrase: string): string {
  return passphrase.normalize('NFC');
}
