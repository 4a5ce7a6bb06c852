import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lookAtFile } from './look-at-file';
import { readOrientation } from './orientation';
import { exif, pngChunk, riffChunk, tagJpeg, tagPng, tagWebp, telltales } from './testing/tagged';
import { isKnownPicture, withoutDetails } from './without-details';

const ascii = (text: string) => Array.from(text, (letter) => letter.charCodeAt(0));
const raw = (...values: number[]) => values;
const segment = (marker: number, content: readonly number[]) => [
  0xff,
  marker,
  0,
  content.length + 2,
  ...content,
];

const jfif = segment(0xe0, [...ascii('JFIF\0'), 1, 1, 0, 0, 72, 0, 72, 0, 0]);
const profile = ascii('a colour profile');
/** Tables, two scans with stuffed bytes and a restart marker, an end. Not a picture, but built like one. */
const plain = {
  jpeg: Uint8Array.from([
    0xff,
    0xd8,
    ...jfif,
    ...segment(0xe2, [...ascii('ICC_PROFILE\0'), 1, 1, ...profile]),
    ...segment(0xee, [...ascii('Adobe'), 0, 100, 0, 0, 0, 0, 1]),
    ...segment(0xdb, [1, 2, 3]),
    ...segment(0xc2, [8, 0, 8, 0, 8, 1, 1, 17, 0]),
    ...segment(0xda, [1, 1, 0, 0, 63, 0]),
    ...raw(1, 0xff, 0, 2, 0xff, 0xd0, 3, 0xff),
    ...segment(0xda, [1, 1, 0, 0, 63, 1]),
    ...raw(4, 5, 0xff, 0xd9),
  ]),
  png: Uint8Array.from([
    ...ascii('\x89PNG\r\n\x1a\n'),
    ...pngChunk('IHDR', [0, 0, 0, 8, 0, 0, 0, 8, 8, 2, 0, 0, 0]),
    ...pngChunk('iCCP', profile),
    ...pngChunk('IDAT', [1, 2, 3, 4]),
    ...pngChunk('IEND', []),
  ]),
  webp: Uint8Array.from([
    ...ascii('RIFFD\0\0\0WEBP'),
    ...riffChunk('VP8X', [0x20, 0, 0, 0, 7, 0, 0, 7, 0, 0]),
    ...riffChunk('ICCP', profile),
    ...riffChunk('VP8L', [0x2f, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]),
  ]),
};
type Format = keyof typeof plain;
const formats = Object.keys(plain) as Format[];
const tag = (format: Format, orientation: number) =>
  format === 'jpeg'
    ? tagJpeg(plain.jpeg, orientation)
    : format === 'png'
      ? tagPng(plain.png, orientation)
      : tagWebp(plain.webp, 8, 8, orientation);

const pause = async () => undefined;
const cut = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> => {
  const result = await withoutDetails(bytes, pause);
  if (result.kind !== 'pieces') return bytes;
  return Uint8Array.from(
    result.pieces.flatMap((piece) => [...('to' in piece ? bytes.subarray(piece.from, piece.to) : piece)]),
  );
};
const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

describe.each(formats)('%s', (format) => {
  it('is left alone where it says nothing', async () => {
    expect(isKnownPicture(plain[format].subarray(0, 16))).toBe(true);
    expect(await withoutDetails(plain[format], pause)).toEqual({ kind: 'nothing' });
  });

  it('is afterwards what it was before anything was put into it', async () => {
    const tagged = tag(format, 1);
    for (const word of telltales) expect(latin(tagged)).toContain(word);
    expect(latin(await cut(tagged))).toBe(latin(plain[format]));
  });

  it.each([2, 3, 6, 8])('keeps which way up it is, %i, and no more of Exif', async (orientation) => {
    const clean = await cut(tag(format, orientation));
    for (const word of telltales) expect(latin(clean)).not.toContain(word);
    const at = latin(clean).indexOf('MM\0*');
    expect(readOrientation(clean.subarray(at))).toBe(orientation);
    expect(clean.length).toBeLessThan(plain[format].length + 45);
    // What is made is well made: there is nothing to do the second time.
    expect(await withoutDetails(clean, pause)).toEqual({ kind: 'nothing' });
  });

  it('is said to be malformed where it is cut short before there is a picture', async () => {
    for (const length of [16, 20, 29])
      expect((await withoutDetails(tag(format, 6).subarray(0, length), pause)).kind).toBe('malformed');
  });

  it('whatever is changed, throws nothing, keeps no more than there was, and is done at once', async () => {
    const tagged = tag(format, 6);
    const change = fc.record({ at: fc.nat(tagged.length - 1), to: fc.integer({ min: 0, max: 255 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 6 }), fc.nat(tagged.length), async (changes, length) => {
        const bytes = tagged.slice(0, length);
        for (const { at, to } of changes) if (at < length) bytes[at] = to;
        const clean = await cut(bytes);
        expect(clean.length).toBeLessThanOrEqual(bytes.length + 45);
        expect(latin(await cut(clean))).toBe(latin(clean));
      }),
      { numRuns: 2000 },
    );
  });

  it('whatever follows its beginning, throws nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (rest) => {
        await withoutDetails(Uint8Array.from([...plain[format].subarray(0, 12), ...rest]), pause);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('JPEG', () => {
  it('loses a thumbnail in its JFIF segment', async () => {
    const thumbnail = [...ascii('JFIF\0'), 1, 1, 0, 0, 72, 0, 72, 1, 1, 9, 9, 9];
    const bytes = Uint8Array.from([
      0xff,
      0xd8,
      ...segment(0xe0, thumbnail),
      ...plain.jpeg.subarray(2 + jfif.length),
    ]);
    expect(latin(await cut(bytes))).toBe(latin(plain.jpeg));
  });

  it('loses what stands between its scans, and keeps a last scan without an end', async () => {
    const second = latin(plain.jpeg).lastIndexOf('\xff\xda');
    const comment = segment(0xfe, ascii('Written at home'));
    const open = plain.jpeg.subarray(0, -2);
    const bytes = Uint8Array.from([...open.subarray(0, second), ...comment, ...open.subarray(second)]);
    expect(latin(await cut(bytes))).toBe(latin(open));
  });

  it('of 100 MB is gone through once and in steps, whatever it consists of', async () => {
    for (const filler of [0, 0xff]) {
      const bytes = new Uint8Array(100 << 20).fill(filler);
      bytes.set(plain.jpeg.subarray(0, -2));
      let turns = 0;
      await withoutDetails(bytes, async () => void (turns += 1));
      // Others have their turn meanwhile.
      expect(turns).toBe(50);
    }
  });
});

describe('readOrientation', () => {
  it('reads both byte orders, and takes nonsense as upright', async () => {
    for (const order of ['II', 'MM'] as const)
      for (const value of [1, 5, 8]) expect(readOrientation(Uint8Array.from(exif(value, order)))).toBe(value);
    for (const value of [0, 9, 700]) expect(readOrientation(Uint8Array.from(exif(value)))).toBe(1);
    fc.assert(fc.property(fc.uint8Array({ maxLength: 60 }), (tiff) => readOrientation(tiff) >= 1));
  });
});

describe('lookAtFile', () => {
  it('goes by what a file is, not by what it is called', async () => {
    const looked = await lookAtFile(new File([tag('png', 1)], 'notes.txt', { type: 'text/plain' }));
    if (looked.kind !== 'details') throw new Error(looked.kind);
    expect(looked.without.type).toBe('text/plain');
    expect(latin(new Uint8Array(await looked.without.arrayBuffer()))).toBe(latin(plain.png));
  });

  it.each([
    ['image/png', 'nothing'],
    ['text/plain', 'nothing'],
    ['image/svg+xml', 'nothing'],
    ['image/heic', 'unknown'],
    ['video/mp4', 'unknown'],
  ])('says of %s: %s', async (type, kind) => {
    const content = type === 'image/png' ? plain.png : 'something else';
    expect((await lookAtFile(new Blob([content], { type }))).kind).toBe(kind);
  });

  it('says of a broken picture that it is broken', async () => {
    expect(await lookAtFile(new Blob([plain.png.subarray(0, 40)]))).toEqual({ kind: 'malformed' });
  });
});
