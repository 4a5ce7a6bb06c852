/**
 * Opens the one form of encrypted data that we write ourselves, SEIPDv2 with AES-256-GCM in a single chunk, by WebCrypto
 * alone. OpenPGP.js takes it through streams that cost more than the cryptography. All other forms are its to open.
 */
import { enums } from 'openpgp';
import { ownBytes } from './bytes';
import { packetTag } from './packet-sequence';
import { chunkParameters, deriveChunkKey, headerAndTotal, seipd2 } from '../wire/seipd2';

const HEADER = 4;
const { salt: SALT, key: KEY, tag: TAG } = seipd2;
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
  const salt = ownBytes(body.subarray(HEADER, HEADER + SALT));
  const { key, nonce } = await deriveChunkKey(ownBytes(sessionKey), salt, header, 'decrypt');
  const [plain] = await Promise.all([
    crypto.subtle.decrypt(chunkParameters(nonce, 0, header), key, data.subarray(0, -TAG)),
    crypto.subtle.decrypt(
      chunkParameters(nonce, 1, headerAndTotal(header, plainLength)),
      key,
      data.subarray(-TAG),
    ),
  ]);
  return new Uint8Array(plain);
}
