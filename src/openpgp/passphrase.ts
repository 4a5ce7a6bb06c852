/** The vault's data key under a passphrase: an OpenPGP message, SKESKv6 with Argon2id and SEIPDv2 with AES-256-GCM. */
import { createMessage, decrypt, encrypt, readMessage } from 'openpgp';
import { SottoError } from '../protocol/errors';
import { ownBytes } from './bytes';
import { isUnderOnePassphrase } from './one-passphrase';
import { settings } from './settings';

/** A wrapped key is some 200 bytes; nothing longer is looked at. */
const MAX_WRAPPED_BYTES = 1024;

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
  if (wrapped.length > MAX_WRAPPED_BYTES || !isUnderOnePassphrase(wrapped)) throw new SottoError('bad_data');
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

/** The same letters typed on another keyboard or system must open it (RFC 8265 4.2.2 asks for NFC). */
function normal(passphrase: string): string {
  return passphrase.normalize('NFC');
}
