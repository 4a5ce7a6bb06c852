/** Where the bytes of a file come from. */
import { PIECE_BYTES } from '../../protocol/piece-bytes';

/** The next bytes, one piece at most, or null after the last. Asked for one at a time. */
export type Source = () => Promise<ArrayBuffer | null>;

/** A file on this computer, or one that was made here. */
export function sourceOf(file: Blob): Source {
  let at = 0;
  return async () => {
    if (at >= file.size) return null;
    const piece = file.slice(at, at + PIECE_BYTES);
    at += piece.size;
    return piece.arrayBuffer();
  };
}
