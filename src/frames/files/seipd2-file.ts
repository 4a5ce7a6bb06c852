/** A file as SEIPDv2 with AES-256-GCM in chunks (RFC 9580 5.13.2). */
import { chunkParameters, deriveChunkKey, headerAndTotal, seipd2 } from '../../wire/seipd2';
import { paddedLength, packetHeader } from './file-layout';
import { packetPieces, pieceLength, readStretch, type Bytes } from './pieces';

/** Version, AES-256, GCM, chunks of 2^(14 + 6) bytes. */
const settings = [2, 9, 3, 14] as const;
const packetTag = 18;
/** What the chunks authenticate besides themselves. */
const associated = new Uint8Array([0xc0 | packetTag, ...settings]);

/** Bytes of the packet for a file of this size. */
export function seipd2Length(size: number): number {
  const inner = paddedLength(size);
  const chunks = Math.ceil(inner / pieceLength);
  return packetHeader(0, 0).length + settings.length + seipd2.salt + inner + (chunks + 1) * seipd2.tag;
}

function packetStart(size: number): Bytes {
  const header = packetHeader(packetTag, seipd2Length(size) - packetHeader(0, 0).length);
  return new Uint8Array([...header, ...settings]);
}

/** The packet, in pieces. */
export async function* sealSeipd2(file: Blob, sessionKey: Bytes, signal: AbortSignal): AsyncGenerator<Bytes> {
  const salt = crypto.getRandomValues(new Uint8Array(seipd2.salt));
  const { key, nonce } = await deriveChunkKey(sessionKey, salt, associated, 'encrypt');
  yield packetStart(file.size);
  yield salt;
  let index = 0;
  for await (const piece of packetPieces(file, true, signal)) {
    yield new Uint8Array(await crypto.subtle.encrypt(chunkParameters(nonce, index, associated), key, piece));
    index += 1;
  }
  const final = chunkParameters(nonce, index, headerAndTotal(associated, paddedLength(file.size)));
  yield new Uint8Array(await crypto.subtle.encrypt(final, key, new Uint8Array()));
}

/**
 * Opens the packet that begins at `start` of the blob and must end with it.
 * @param onRead gets the ciphertext as it is read
 * @param onPlain gets the packets inside, each piece after its tag was verified
 * Rejects where the key or a single bit is wrong.
 */
export async function openSeipd2(
  options: { readonly blob: Blob; readonly start: number; readonly size: number; readonly key: Bytes },
  onRead: (bytes: Bytes) => void,
  onPlain: (bytes: Bytes) => void,
  signal: AbortSignal,
): Promise<void> {
  const { blob, size } = options;
  const expected = packetStart(size);
  const saltAt = options.start + expected.length;
  const dataAt = saltAt + seipd2.salt;
  const front = await readStretch(blob, options.start, dataAt, signal);
  onRead(front);
  if (expected.some((byte, at) => front[at] !== byte)) throw new Error('not this form');
  const { key, nonce } = await deriveChunkKey(
    options.key,
    front.slice(expected.length),
    associated,
    'decrypt',
  );
  const total = paddedLength(size);
  let index = 0;
  let at = dataAt;
  for (let left = total; left > 0; left -= pieceLength) {
    const end = at + Math.min(left, pieceLength) + seipd2.tag;
    const chunk = await readStretch(blob, at, end, signal);
    onRead(chunk);
    const plain = await crypto.subtle.decrypt(chunkParameters(nonce, index, associated), key, chunk);
    onPlain(new Uint8Array(plain));
    index += 1;
    at = end;
  }
  const tag = await readStretch(blob, at, blob.size, signal);
  onRead(tag);
  await crypto.subtle.decrypt(chunkParameters(nonce, index, headerAndTotal(associated, total)), key, tag);
}
