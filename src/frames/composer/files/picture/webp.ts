/**
 * WebP (RFC 9649 section 2): the picture, its transparency, animation and colour profile are kept. Exif, XMP, unknown
 * chunks and what stands behind the end go.
 */
import { essenceOf } from './orientation';
import { createRemains, isAt, Malformed, type Piece } from './remains';

const HEADER = 12;
const kept: ReadonlySet<string> = new Set(['VP8 ', 'VP8L', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
/** Bits of the first byte of `VP8X`. */
const HAS_EXIF = 0x08;
const HAS_XMP = 0x04;

export const isWebp = (bytes: Uint8Array): boolean => isAt(bytes, 0, 'RIFF') && isAt(bytes, 8, 'WEBP');

/** Throws Malformed. */
export function cutWebp(bytes: Uint8Array): readonly Piece[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = 8 + view.getUint32(4, true);
  if (end > bytes.length) throw new Malformed();
  const remains = createRemains();
  let header: Uint8Array<ArrayBuffer> | null = null;
  let turned = false;
  let flags = 0;
  let pictures = 0;
  let length = HEADER;
  let at = HEADER;
  while (at < end) {
    if (at + 8 > end) throw new Malformed();
    const type = String.fromCharCode(...bytes.subarray(at, at + 4));
    const size = view.getUint32(at + 4, true);
    // Odd ones are followed by a byte that does not count; some writers leave it out at the end.
    const next = Math.min(at + 8 + size + (size & 1), end);
    if (at + 8 + size > end) throw new Malformed();
    if (type === 'VP8X' && !header && at === HEADER && size === 10) {
      header = bytes.slice(at, next);
      // It is changed below, once it is known what follows.
      remains.put(header);
      length += header.length;
    } else if (kept.has(type)) {
      pictures += /^(?:VP8[ L]|ANMF)$/.test(type) ? 1 : 0;
      remains.keep(at, next);
      length += next - at;
    } else if (type === 'EXIF' && !turned) {
      turned = true;
      // Some writers put JPEG's prefix before it.
      const tiff = at + 8 + (isAt(bytes, at + 8, 'Exif\0\0') ? 6 : 0);
      const essence = header && essenceOf(bytes.subarray(tiff, at + 8 + size));
      if (essence) {
        const chunk = exifChunk(essence);
        remains.put(chunk);
        length += chunk.length;
        flags = HAS_EXIF;
      }
    }
    at = next;
  }
  if (pictures === 0) throw new Malformed();
  if (header) header[8] = ((header[8] ?? 0) & ~(HAS_EXIF | HAS_XMP)) | flags;
  return [riffHeader(length), ...remains.pieces()];
}

function exifChunk(tiff: Uint8Array): Uint8Array<ArrayBuffer> {
  const chunk = new Uint8Array(8 + tiff.length);
  for (let index = 0; index < 4; index += 1) chunk[index] = 'EXIF'.charCodeAt(index);
  new DataView(chunk.buffer).setUint32(4, tiff.length, true);
  chunk.set(tiff, 8);
  return chunk;
}

function riffHeader(length: number): Uint8Array<ArrayBuffer> {
  const header = Uint8Array.from('RIFF\0\0\0\0WEBP', (letter) => letter.charCodeAt(0));
  new DataView(header.buffer).setUint32(4, length - 8, true);
  return header;
}
