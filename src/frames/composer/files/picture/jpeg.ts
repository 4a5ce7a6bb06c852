/**
 * JPEG (ITU-T T.81 annex B): what a decoder needs is kept, and nothing else. Exif, XMP, IPTC, comments, makers' notes,
 * previews and what stands behind the picture's end (a motion photo's film, a second picture with its own Exif) go.
 */
import { essenceOf } from './orientation';
import { createRemains, isAt, Malformed, type Piece, type Remains } from './remains';

const START = 0xd8;
const END = 0xd9;
const SCAN = 0xda;
const APP0 = 0xe0;
const APP15 = 0xef;
const COMMENT = 0xfe;

const isRestart = (marker: number) => marker >= 0xd0 && marker <= 0xd7;
/** Frames, tables, restart intervals, the line count (B.2.4). Reserved and extension markers are none of these. */
const isPicture = (marker: number) => marker >= 0xc0 && marker <= 0xdf && marker !== 0xc8;
const isApart = (marker: number) => (marker >= APP0 && marker <= APP15) || marker === COMMENT;

export const isJpeg = (bytes: Uint8Array): boolean => isAt(bytes, 0, '\xff\xd8\xff');

/** Bytes that are looked at in one go: the thread may be the page's. */
const STRIDE = 1 << 21;

/**
 * Rejects with Malformed.
 * @param pause lets others have a turn
 */
export async function cutJpeg(bytes: Uint8Array, pause: () => Promise<void>): Promise<readonly Piece[]> {
  const remains = createRemains();
  remains.keep(0, 2);
  let at = 2;
  let turned = false;
  let scanned = false;
  while (at < bytes.length) {
    const from = at;
    if (bytes[at] !== 0xff) throw new Malformed();
    // Any number of these may stand before a marker (B.1.1.2).
    while (bytes[at + 1] === 0xff) at += 1;
    const marker = bytes[at + 1];
    if (marker === undefined || marker === START || isRestart(marker)) throw new Malformed();
    if (marker === END) {
      if (!scanned) throw new Malformed();
      remains.keep(from, at + 2);
      return remains.pieces();
    }
    if (!isPicture(marker) && !isApart(marker)) throw new Malformed();
    const content = at + 4;
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    const end = at + 2 + length;
    if (length < 2 || end > bytes.length) throw new Malformed();
    at = end;
    if (isApart(marker)) turned = keepApart(remains, bytes, { marker, from, content, end }, turned);
    else {
      if (marker === SCAN) {
        scanned = true;
        at = await endOfScan(bytes, end, pause);
      }
      remains.keep(from, at);
    }
  }
  // Cut off in a scan: decoders show what is there.
  if (!scanned) throw new Malformed();
  return remains.pieces();
}

type Segment = {
  readonly marker: number;
  readonly from: number;
  readonly content: number;
  readonly end: number;
};

/** Keeps of an application's segment what a decoder goes by. True once the picture's orientation was found. */
function keepApart(
  remains: Remains,
  bytes: Uint8Array,
  { marker, from, content, end }: Segment,
  turned: boolean,
): boolean {
  const isNamed = (offset: number, name: string) =>
    marker === APP0 + offset && content + name.length <= end && isAt(bytes, content, name);
  if (isNamed(0, 'JFIF\0') && end - content >= 14) {
    // Density and its unit; the two bytes after it are the size of a thumbnail, which may show what was cropped since.
    if (end - content === 14) remains.keep(from, end);
    else remains.put(segment(APP0, [...bytes.subarray(content, content + 12), 0, 0]));
  } else if (isNamed(2, 'ICC_PROFILE\0') || isNamed(14, 'Adobe')) remains.keep(from, end);
  else if (isNamed(1, 'Exif\0') && !turned) {
    const essence = essenceOf(bytes.subarray(content + 6, end));
    if (essence) remains.put(segment(APP0 + 1, [0x45, 0x78, 0x69, 0x66, 0, 0, ...essence]));
    return true;
  }
  return turned;
}

function segment(marker: number, content: readonly number[]): Uint8Array<ArrayBuffer> {
  const length = content.length + 2;
  return Uint8Array.of(0xff, marker, length >> 8, length & 0xff, ...content);
}

/** Where the marker after these entropy-coded bytes stands (B.1.1.5). */
async function endOfScan(bytes: Uint8Array, from: number, pause: () => Promise<void>): Promise<number> {
  for (let at = from; at < bytes.length; at += STRIDE) {
    const found = findMarker(bytes, at, Math.min(at + STRIDE, bytes.length));
    if (found !== null) return found;
    await pause();
  }
  return bytes.length;
}

function findMarker(bytes: Uint8Array, from: number, to: number): number | null {
  // No indexOf: bytes of nothing but 0xff would be one call each.
  for (let at = from; at < to; at += 1) {
    if (bytes[at] !== 0xff) continue;
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !isRestart(next)) return at;
  }
  return null;
}
