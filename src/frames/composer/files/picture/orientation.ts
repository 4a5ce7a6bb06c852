/**
 * Which way up a picture is: the one thing in its Exif data that it cannot be shown without. Exif data is a small TIFF
 * file (TIFF 6.0 section 2).
 */

/** 1 as stored; 2 to 8 turned or mirrored (tag 274). */
type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

const TAG = 274;
const SHORT = 3;
const ENTRY_BYTES = 12;

/** What cannot be understood is taken as 1, as browsers take it. */
export function readOrientation(tiff: Uint8Array): Orientation {
  if (tiff.length < 10) return 1;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.length);
  const order = view.getUint16(0);
  if (order !== 0x4949 && order !== 0x4d4d) return 1;
  const little = order === 0x4949;
  const directory = view.getUint32(4, little);
  if (view.getUint16(2, little) !== 42 || directory + 2 > tiff.length) return 1;
  const entries = view.getUint16(directory, little);
  for (let entry = 0; entry < entries; entry += 1) {
    const at = directory + 2 + entry * ENTRY_BYTES;
    if (at + ENTRY_BYTES > tiff.length) return 1;
    if (view.getUint16(at, little) !== TAG) continue;
    const isOne = view.getUint16(at + 2, little) === SHORT && view.getUint32(at + 4, little) === 1;
    const value = view.getUint16(at + 8, little);
    return isOne && value >= 1 && value <= 8 ? (value as Orientation) : 1;
  }
  return 1;
}

/** Exif data that says this and nothing else. */
function writeOrientation(orientation: Orientation): Uint8Array<ArrayBuffer> {
  const tiff = new Uint8Array(8 + 2 + ENTRY_BYTES + 4);
  const view = new DataView(tiff.buffer);
  view.setUint16(0, 0x4d4d);
  view.setUint16(2, 42);
  view.setUint32(4, 8);
  view.setUint16(8, 1);
  view.setUint16(10, TAG);
  view.setUint16(12, SHORT);
  view.setUint32(14, 1);
  view.setUint16(18, orientation);
  return tiff;
}

/** What takes the place of this Exif data; null: nothing need. */
export function essenceOf(tiff: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const orientation = readOrientation(tiff);
  return orientation === 1 ? null : writeOrientation(orientation);
}
