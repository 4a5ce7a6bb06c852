/**
 * PNG, animated too (PNG third edition, sections 5 and 11): the picture and its colours are kept. Text, time, Exif,
 * chunks that the specification does not know and what stands behind the end go.
 */
import { essenceOf } from './orientation';
import { createRemains, isAt, Malformed, type Piece } from './remains';

const SIGNATURE = '\x89PNG\r\n\x1a\n';
/** Length, type and checksum. */
const AROUND = 12;
const critical: ReadonlySet<string> = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND']);
const kept: ReadonlySet<string> = new Set(
  'IHDR PLTE IDAT IEND acTL fcTL fdAT tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs sPLT'.split(
    ' ',
  ),
);

export const isPng = (bytes: Uint8Array): boolean => isAt(bytes, 0, SIGNATURE);

/** Throws Malformed. */
export function cutPng(bytes: Uint8Array): readonly Piece[] {
  const remains = createRemains();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = SIGNATURE.length;
  let turned = false;
  remains.keep(0, at);
  while (at + AROUND <= bytes.length) {
    const end = at + AROUND + view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (end > bytes.length || !/^[A-Za-z]{4}$/.test(type)) throw new Malformed();
    // A decoder must not go on where it does not know a chunk in capitals, and so neither do we.
    if (/^[A-Z]/.test(type) && !critical.has(type)) throw new Malformed();
    if (kept.has(type)) remains.keep(at, end);
    else if (type === 'eXIf' && !turned) {
      turned = true;
      const essence = essenceOf(bytes.subarray(at + 8, end - 4));
      if (essence) remains.put(chunk(type, essence));
    }
    if (type === 'IEND') return remains.pieces();
    at = end;
  }
  throw new Malformed();
}

function chunk(type: string, content: Uint8Array): Uint8Array<ArrayBuffer> {
  const made = new Uint8Array(AROUND + content.length);
  const view = new DataView(made.buffer);
  view.setUint32(0, content.length);
  for (let index = 0; index < 4; index += 1) made[4 + index] = type.charCodeAt(index);
  made.set(content, 8);
  view.setUint32(8 + content.length, checksum(made.subarray(4, 8 + content.length)));
  return made;
}

/** CRC-32 (annex D), of a few bytes. */
function checksum(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return ~sum >>> 0;
}
