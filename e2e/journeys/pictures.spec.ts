/** Photos: whoever gets one sees what it shows, and learns nothing of where, when and with what it was taken. */
import { tagJpeg, tagPng, tagWebp, telltales } from '../../src/frames/composer/files/picture/testing/tagged';
import { startDemo, type Demo } from '../demo/server';
import { violationsIn } from '../lib/axe';
import type { Page, Person } from '../lib/driver';
import { expect, test } from '../lib/test';
import { meet } from './couple';
import { attach, cardOf, save, savedContent, sendFiles, type TestFile } from './files';

/** What is stored; shown with orientation 6, it stands on its side. */
const stored = { width: 16, height: 8 };
const shown = { width: 8, height: 16 };

test.describe.configure({ mode: 'serial' });
let demo: Demo;
let alice: Person;
let bob: Person;
let here: Page;
let there: Page;

test.beforeAll(async ({ launch }) => {
  [demo, alice, bob] = await Promise.all([startDemo(), launch(), launch()]);
  here = await meet(alice, bob, demo);
  there = await bob.openPage(demo.chatUrl('bob'));
});
test.afterAll(() => demo.close());

const kinds = [
  { type: 'image/jpeg', name: 'at home.jpg', tag: (bytes: Uint8Array) => tagJpeg(bytes, 6) },
  { type: 'image/png', name: 'at home.png', tag: (bytes: Uint8Array) => tagPng(bytes) },
  {
    type: 'image/webp',
    name: 'at home.webp',
    tag: (bytes: Uint8Array) => tagWebp(bytes, stored.width, stored.height, 6),
  },
] as const;

for (const { type, name, tag } of kinds) {
  test(`${type} comes without its details, and looks the same`, async () => {
    const photo = { name, type, content: latin1(tag(await drawn(here, type))) };
    for (const word of telltales) expect(photo.content).toContain(word);
    const composer = await attach(here, [photo]);
    await composer.waitFor('.file-details[data-details="removed"]');
    expect(await violationsIn(composer, '#ffffff')).toEqual([]);
    await sendFiles(composer);
    const card = await cardOf(there, name);
    await save(card);
    const saved = await savedContent(card);
    for (const word of telltales) expect(saved).not.toContain(word);
    const before = await pixelsOf(there, photo);
    expect(await pixelsOf(there, { ...photo, content: saved })).toEqual(before);
    expect(before).toMatchObject(type === 'image/jpeg' ? shown : {});
  });
}

test('a photo goes as it is to whom its owner wants it to', async () => {
  const photo = { name: 'for the map.jpg', type: 'image/jpeg', content: '' };
  photo.content = latin1(tagJpeg(await drawn(here, photo.type), 6));
  const composer = await attach(here, [photo]);
  await composer.click('.file-details input');
  await composer.waitFor('.file-details[data-details="kept"]');
  await sendFiles(composer);
  const card = await cardOf(there, photo.name);
  await save(card);
  expect(await savedContent(card)).toBe(photo.content);
});

test('what Sotto cannot look into is said, and goes as it is', async () => {
  const broken = latin1(await drawn(here, 'image/png')).slice(0, 60);
  const files: TestFile[] = [
    { name: 'broken.png', type: 'image/png', content: broken },
    { name: 'film.mp4', type: 'video/mp4', content: 'ftypmp42 52.5200N' },
  ];
  const composer = await attach(here, files);
  await composer.waitFor('.file-details[data-details="malformed"]');
  await composer.waitFor('.file-details[data-details="unknown"]');
  expect(await composer.has('.file-details input')).toBe(false);
  await sendFiles(composer);
  for (const { name, content } of files) {
    const card = await cardOf(there, name);
    await save(card);
    expect(await savedContent(card)).toBe(content);
  }
});

const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

/** A picture as the browser itself writes it, with no two corners alike. */
async function drawn(page: Page, type: string): Promise<Uint8Array> {
  const content = await page.evaluate(
    async ({ width, height, wanted }) => {
      const canvas = Object.assign(document.createElement('canvas'), { width, height });
      const context = canvas.getContext('2d');
      if (!context) throw new Error('no canvas');
      for (let x = 0; x < width; x += 1)
        for (let y = 0; y < height; y += 1) {
          context.fillStyle = `rgb(${x * 16} ${y * 32} ${(x + y) * 10})`;
          context.fillRect(x, y, 1, 1);
        }
      const blob = await new Promise<Blob | null>((done) => {
        canvas.toBlob(done, wanted, 0.9);
      });
      if (blob?.type !== wanted) throw new Error(`this browser writes no ${wanted}`);
      const bytes = new Uint8Array(await blob.arrayBuffer());
      return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
    },
    { ...stored, wanted: type },
  );
  return Buffer.from(content, 'latin1');
}

/** What a browser makes of the file: its size as shown, and a digest of its points. */
function pixelsOf(page: Page, file: TestFile): Promise<{ width: number; height: number; points: string }> {
  return page.evaluate(async ({ content, type }) => {
    const bytes = Uint8Array.from(content, (character) => character.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type }), { imageOrientation: 'from-image' });
    const { width, height } = bitmap;
    const context = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d');
    if (!context) throw new Error('no canvas');
    context.drawImage(bitmap, 0, 0);
    return { width, height, points: context.getImageData(0, 0, width, height).data.join(' ') };
  }, file);
}
