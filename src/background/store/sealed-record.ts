/**
 * The sealed contents: AES-256-GCM (NIST SP 800-38D) through WebCrypto under the vault's random data key, a fresh
 * 96-bit IV each time, and the record's format and version as associated data.
 */
import * as v from 'valibot';
import { SottoError } from '../../protocol/errors';
import { randomBytes } from '../bytes';

const bytes = v.custom<Uint8Array<ArrayBuffer>>((value) => value instanceof Uint8Array);
export const sealedRecord = v.strictObject({
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  iv: bytes,
  ciphertext: bytes,
});
export type SealedRecord = v.InferOutput<typeof sealedRecord>;

/** The key for sealing, from the 32 bytes of a data key; the bytes cannot be had back from it. */
export function importDataKey(dataKey: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', dataKey, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** @param format what is sealed, so that one kind of record cannot stand in for another */
export async function sealText(
  key: CryptoKey,
  format: string,
  version: number,
  text: string,
): Promise<SealedRecord> {
  const iv = randomBytes(12);
  const parameters = { name: 'AES-GCM', iv, additionalData: associated(format, version) };
  const ciphertext = await crypto.subtle.encrypt(parameters, key, new TextEncoder().encode(text));
  return { version, iv, ciphertext: new Uint8Array(ciphertext) };
}

/** Throws SottoError `storage_unreadable` if the key, the format, the version or one bit is another. */
export async function openSealed(key: CryptoKey, format: string, record: SealedRecord): Promise<string> {
  const parameters = { name: 'AES-GCM', iv: record.iv, additionalData: associated(format, record.version) };
  try {
    return new TextDecoder().decode(await crypto.subtle.decrypt(parameters, key, record.ciphertext));
  } catch (error) {
    throw new SottoError('storage_unreadable', '', { cause: error });
  }
}

function associated(format: string, version: number): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`sotto ${format} ${version}`);
}
