/**
 * Opens the one form of encrypted data that we write ourselves, SEIPDv2 with AES-256-GCM in a single chunk, by WebCrypto
 * alone. OpenPGP.js takes it through streams that cost more than the cryptography. All other forms are its to open.
 */
import { enums } from 'openpgp';
import { ownBytes } from './bytes';
import { packetTag } from './packet-sequence';

const HEADER = 4;
const SALT = 32;
const TAG = 16;
const KEY = 32;
/** Octets of the nonce that are derived; the chunk's index makes up the other eight. */
const NONCE_START = 4;
/** RFC 9580 5.13.2: 2^16 times 64 octets. */
const MAX_CHUNK_OCTET = 16;

/**
 * The packets in a SEIPDv2 packet's body (RFC 9580 5.13.2), or null for every form but the above. Rejects when the key
 * or a single bit is wrong: nothing is returned before the chunk and the final tag have both been verified.
 */
export async function openSingleChunk(
  body: Uint8Array,
  sessionKey: Uint8Array,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const data = ownBytes(body.subarray(HEADER + SALT));
  const plainLength = data.length - 2 * TAG;
  const [version, cipher, aead, chunkOctet = MAX_CHUNK_OCTET + 1] = body;
  const isOurForm =
    version === 2 &&
    cipher === enums.symmetric.aes256 &&
    aead === enums.aead.gcm &&
    chunkOctet <= MAX_CHUNK_OCTET &&
    plainLength > 0 &&
    plainLength <= 2 ** (chunkOctet + 6);
  if (!isOurForm) return null;
  if (sessionKey.length !== KEY) throw new Error('session key size');

  const header = new Uint8Array([0xc0 | packetTag.seipd, version, cipher, aead, chunkOctet]);
  const { key, nonce } = await deriveKey(sessionKey, body.subarray(HEADER, HEADER + SALT), header);
  const headerAndTotal = new Uint8Array(header.length + 8);
  headerAndTotal.set(header);
  new DataView(headerAndTotal.buffer).setUint32(header.length + 4, plainLength);
  const [plain] = await Promise.all([
    crypto.subtle.decrypt(parameters(nonce, 0, header), key, data.subarray(0, -TAG)),
    crypto.subtle.decrypt(parameters(nonce, 1, headerAndTotal), key, data.subarray(-TAG)),
  ]);
  return new Uint8Array(plain);
}

/** HKDF as RFC 9580 5.13.2 has it. */
async function deriveKey(sessionKey: Uint8Array, salt: Uint8Array, header: Uint8Array<ArrayBuffer>) {
  const secret = await crypto.subtle.importKey('raw', ownBytes(sessionKey), 'HKDF', false, ['deriveBits']);
  const hkdf = { name: 'HKDF', hash: 'SHA-256', salt: ownBytes(salt), info: header };
  const bits = await crypto.subtle.deriveBits(hkdf, secret, 8 * (KEY + NONCE_START));
  const key = await crypto.subtle.importKey('raw', bits.slice(0, KEY), 'AES-GCM', false, ['decrypt']);
  return { key, nonce: new Uint8Array(bits.slice(KEY)) };
}

function parameters(
  nonceStart: Uint8Array,
  index: number,
  additionalData: Uint8Array<ArrayBuffer>,
): AesGcmParams {
  const iv = new Uint8Array(12);
  iv.set(nonceStart);
  new DataView(iv.buffer).setUint32(8, index);
  return { name: 'AES-GCM', iv, additionalData, tagLength: 8 * TAG };
}
