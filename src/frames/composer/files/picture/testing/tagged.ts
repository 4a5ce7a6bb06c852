/** Pictures as telephones and programs write them, with a place, a camera and more in every part that can bear it. */

/** What must not be in a picture any more: each stands in what is put into it. */
export const telltales = [
  '52.5200N',
  'Pocket Camera 9',
  'ns.adobe.com/xap',
  'Written at home',
  'old preview',
  'motion',
];

const ascii = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0));
const big = (value: number, bytes: number) =>
  Array.from({ length: bytes }, (_, index) => Math.floor(value / 256 ** (bytes - 1 - index)) % 256);
const little = (value: number, bytes: number) => big(value, bytes).toReversed();

/** Exif: orientation among other tags, and behind them the camera and a place. */
export function exif(orientation: number, order: 'II' | 'MM' = 'II'): number[] {
  const write = order === 'II' ? little : big;
  const entry = (tag: number, type: number, count: number, value: number[]) => [
    ...write(tag, 2),
    ...write(type, 2),
    ...write(count, 4),
    ...value,
  ];
  const texts = ascii('Pocket Camera 9\0 52.5200N 13.4050E\0');
  return [
    ...ascii(order),
    ...write(42, 2),
    ...write(8, 4),
    ...write(3, 2),
    ...entry(0x0110, 2, 16, write(50, 4)),
    ...entry(0x0112, 3, 1, [...write(orientation, 2), 0, 0]),
    ...entry(0x0131, 2, 18, write(66, 4)),
    ...write(0, 4),
    ...texts,
  ];
}

const xmp = ascii('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta exif:GPSLatitude="52.5200N"/>');
const insert = (bytes: Uint8Array, at: number, added: readonly number[]) =>
  Uint8Array.from([...bytes.subarray(0, at), ...added, ...bytes.subarray(at)]);

const segment = (marker: number, content: readonly number[]) => [
  0xff,
  marker,
  ...big(content.length + 2, 2),
  ...content,
];

/** Of a JPEG without any: all that cameras and programs put before, into and behind it. */
export function tagJpeg(jpeg: Uint8Array, orientation = 1): Uint8Array<ArrayBuffer> {
  const hasJfif = jpeg[3] === 0xe0;
  const behind = hasJfif ? 4 + (jpeg[4] ?? 0) * 256 + (jpeg[5] ?? 0) : 2;
  const tagged = insert(jpeg, behind, [
    ...segment(0xe1, [...ascii('Exif\0\0'), ...exif(orientation)]),
    ...segment(0xe1, xmp),
    ...segment(0xe2, ascii('MPF\0old preview')),
    ...segment(0xed, ascii('Photoshop 3.0\0 8BIM 52.5200N')),
    ...segment(0xfe, ascii('Written at home')),
  ]);
  return Uint8Array.from([...tagged, ...ascii('motion: ftypmp42 52.5200N')]);
}

function crc(bytes: readonly number[]): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}
export const pngChunk = (type: string, content: readonly number[]) => [
  ...big(content.length, 4),
  ...ascii(type),
  ...content,
  ...big(crc([...ascii(type), ...content]), 4),
];

/** Of a PNG: its header is 33 bytes long. */
export function tagPng(png: Uint8Array, orientation = 1): Uint8Array<ArrayBuffer> {
  const tagged = insert(png, 33, [
    ...pngChunk('eXIf', exif(orientation, 'MM')),
    ...pngChunk('tEXt', ascii('Comment\0Written at home')),
    ...pngChunk('iTXt', [...ascii('XML:com.adobe.xmp\0\0\0\0\0'), ...xmp]),
    ...pngChunk('tIME', [7, 234, 1, 2, 3, 4, 5]),
    ...pngChunk('prVt', ascii('old preview')),
  ]);
  return Uint8Array.from([...tagged, ...ascii('motion: 52.5200N')]);
}

export const riffChunk = (type: string, content: readonly number[]) => [
  ...ascii(type),
  ...little(content.length, 4),
  ...content,
  ...(content.length % 2 === 1 ? [0] : []),
];
const riff = (chunks: readonly number[]) => [
  ...ascii('RIFF'),
  ...little(chunks.length + 4, 4),
  ...ascii('WEBP'),
  ...chunks,
];

/** Of a WebP of `width` by `height`, of the simple kind or with a header of its own. */
export function tagWebp(
  webp: Uint8Array,
  width: number,
  height: number,
  orientation = 1,
): Uint8Array<ArrayBuffer> {
  const isExtended = webp[15] === 0x58;
  const chunks = [...webp.subarray(isExtended ? 30 : 12)];
  const flags = (isExtended ? (webp[20] ?? 0) : 0) | 0x08 | 0x04;
  return Uint8Array.from([
    ...riff([
      ...riffChunk('VP8X', [flags, 0, 0, 0, ...little(width - 1, 3), ...little(height - 1, 3)]),
      ...chunks,
      ...riffChunk('EXIF', exif(orientation)),
      ...riffChunk('XMP ', xmp),
      ...riffChunk('prvt', ascii('Written at home, old preview')),
    ]),
    ...ascii('motion: 52.5200N'),
  ]);
}
