/** Files go through in pieces, so that memory stays small however large they are, and whatever waits gets its turn. */
import { literalHead, paddingHead } from './file-layout';

/** Bytes: also the chunk size of SEIPDv2, 2^(14 + 6). */
export const pieceLength = 1 << 20;

export type Bytes = Uint8Array<ArrayBuffer>;

/** Reads a stretch of a blob. Throws as `AbortSignal.throwIfAborted` does. */
export async function readStretch(blob: Blob, from: number, to: number, signal: AbortSignal): Promise<Bytes> {
  signal.throwIfAborted();
  const bytes = new Uint8Array(await blob.slice(from, to).arrayBuffer());
  signal.throwIfAborted();
  return bytes;
}

/** The packets that are encrypted for this file, in any lengths. */
async function* innerPieces(file: Blob, padded: boolean, signal: AbortSignal): AsyncGenerator<Bytes> {
  yield literalHead(file.size);
  for (let at = 0; at < file.size; at += pieceLength)
    yield await readStretch(file, at, Math.min(at + pieceLength, file.size), signal);
  if (!padded) return;
  const { head, body } = paddingHead(file.size);
  yield head;
  for (let left = body; left > 0; left -= randomMost)
    yield crypto.getRandomValues(new Uint8Array(Math.min(left, randomMost)));
}

/** What `getRandomValues` gives at once. */
const randomMost = 65_536;

/** The same in pieces of `pieceLength`, the last one shorter. */
export async function* packetPieces(file: Blob, padded: boolean, signal: AbortSignal): AsyncGenerator<Bytes> {
  let piece = new Uint8Array(pieceLength);
  let filled = 0;
  for await (const part of innerPieces(file, padded, signal)) {
    for (let at = 0; at < part.length;) {
      const taken = part.subarray(at, at + pieceLength - filled);
      piece.set(taken, filled);
      filled += taken.length;
      at += taken.length;
      if (filled < pieceLength) continue;
      yield piece;
      piece = new Uint8Array(pieceLength);
      filled = 0;
    }
  }
  if (filled > 0) yield piece.subarray(0, filled);
}

/** Takes the file's bytes out of decrypted packets that come in pieces. */
export function literalCollector(size: number): {
  /** False where the packets are not those of a file of this size. */
  readonly add: (piece: Bytes) => boolean;
  readonly blobs: readonly Blob[];
} {
  const head = literalHead(size);
  const blobs: Blob[] = [];
  let at = 0;
  return {
    add: (piece) => {
      const isFile =
        at > 0 || (piece.length >= head.length && head.every((byte, index) => piece[index] === byte));
      const data = piece.subarray(Math.max(0, head.length - at), Math.max(0, head.length + size - at));
      at += piece.length;
      // A blob of its own each, which the browser may put on disk.
      if (data.length > 0) blobs.push(new Blob([data]));
      return isFile;
    },
    blobs,
  };
}
