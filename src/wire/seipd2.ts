/** What both writers and readers of SEIPDv2 with AES-256-GCM derive for themselves (RFC 9580 5.13.2), by WebCrypto. */

/** In bytes: of the packet's salt, of the session key, of a chunk's tag. */
export const seipd2 = { salt: 32, key: 32, tag: 16 } as const;
/** Octets of the nonce that are derived; the chunk's index makes up the other eight. */
const NONCE_START = 4;

export type ChunkKey = { readonly key: CryptoKey; readonly nonce: Uint8Array<ArrayBuffer> };

/**
 * The key of all chunks and the start of their nonces. `header` is the packet's tag octet, version, cipher, mode and
 * chunk size octet.
 */
export async function deriveChunkKey(
  sessionKey: Uint8Array<ArrayBuffer>,
  salt: Uint8Array<ArrayBuffer>,
  header: Uint8Array<ArrayBuffer>,
  usage: 'encrypt' | 'decrypt',
): Promise<ChunkKey> {
  const secret = await crypto.subtle.importKey('raw', sessionKey, 'HKDF', false, ['deriveBits']);
  const hkdf = { name: 'HKDF', hash: 'SHA-256', salt, info: header };
  const bits = await crypto.subtle.deriveBits(hkdf, secret, 8 * (seipd2.key + NONCE_START));
  const key = await crypto.subtle.importKey('raw', bits.slice(0, seipd2.key), 'AES-GCM', false, [usage]);
  return { key, nonce: new Uint8Array(bits.slice(seipd2.key)) };
}

/** Of chunk `index`; for the final tag the index is the number of chunks, and `additionalData` ends with the total. */
export function chunkParameters(
  nonce: Uint8Array,
  index: number,
  additionalData: Uint8Array<ArrayBuffer>,
): AesGcmParams {
  const iv = new Uint8Array(12);
  iv.set(nonce);
  new DataView(iv.buffer).setUint32(8, index);
  return { name: 'AES-GCM', iv, additionalData, tagLength: 8 * seipd2.tag };
}

/** What the final tag authenticates besides nothing: the header and how many bytes all chunks hold, below 2^53. */
export function headerAndTotal(header: Uint8Array, total: number): Uint8Array<ArrayBuffer> {
  const data = new Uint8Array(header.length + 8);
  data.set(header);
  new DataView(data.buffer).setBigUint64(header.length, BigInt(total));
  return data;
}
