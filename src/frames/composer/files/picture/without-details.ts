/**
 * Takes out of a picture what it says beside what it shows: where, when and with what it was taken, by whom, and what
 * programs noted in it. The compressed picture itself, its colour profile and which way up it is stay as they are.
 */
import { cutJpeg, isJpeg } from './jpeg';
import { cutPng, isPng } from './png';
import { Malformed, type Piece } from './remains';
import { cutWebp, isWebp } from './webp';

/** Bytes at the beginning by which a picture is known. */
export const HEAD_BYTES = 16;

const formats = [
  { is: isJpeg, cut: cutJpeg },
  { is: isPng, cut: cutPng },
  { is: isWebp, cut: cutWebp },
] as const;

/** Whether `withoutDetails` knows what begins like this, whatever it is called. */
export function isKnownPicture(head: Uint8Array): boolean {
  return formats.some(({ is }) => is(head));
}

export type Cut =
  /** There is nothing to take out. */
  | { readonly kind: 'nothing' }
  /** The picture again, from pieces of these bytes. */
  | { readonly kind: 'pieces'; readonly pieces: readonly Piece[] }
  /** Not built as a picture of its format is: what is in it cannot be told. */
  | { readonly kind: 'malformed' };

/**
 * Input from anywhere; takes time in proportion to its length, and rejects for nothing.
 * @param pause lets others have a turn, now and then
 */
export async function withoutDetails(bytes: Uint8Array, pause: () => Promise<void>): Promise<Cut> {
  const format = formats.find(({ is }) => is(bytes));
  if (!format) return { kind: 'malformed' };
  try {
    const pieces = await format.cut(bytes, pause);
    return isSame(pieces, bytes) ? { kind: 'nothing' } : { kind: 'pieces', pieces };
  } catch (thrown) {
    // A RangeError of a DataView's: cut short where a length should stand.
    if (thrown instanceof Malformed || thrown instanceof RangeError) return { kind: 'malformed' };
    throw thrown;
  }
}

/** Whether the pieces are these bytes, one after another. */
function isSame(pieces: readonly Piece[], bytes: Uint8Array): boolean {
  let at = 0;
  for (const piece of pieces) {
    if ('to' in piece) {
      if (piece.from !== at) return false;
      at = piece.to;
    } else {
      const from = at;
      if (piece.some((byte, index) => bytes[from + index] !== byte)) return false;
      at += piece.length;
    }
  }
  return at === bytes.length;
}
