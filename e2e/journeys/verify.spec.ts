/** Two people make sure that nobody stands between them: by the number, and by a code that one reads from the other's screen. */
import { startDemo, type Demo } from '../demo/server';
import { violationsIn } from '../lib/axe';
import type { Page, Person } from '../lib/driver';
import { byRole } from '../lib/finder';
import * as people from '../lib/people';
import { expect, test } from '../lib/test';
import { meet } from './couple';

test.describe.configure({ mode: 'serial' });

let demo: Demo;
let alice: Person;
let bob: Person;
let here: Page;
/** PNG of the code on Bob's screen, as base64. */
let picture = '';

test.beforeAll(async ({ launch }) => {
  [demo, alice, bob] = await Promise.all([startDemo(), launch(), launch()]);
  here = await meet(alice, bob, demo);
});
test.afterAll(() => demo.close());

async function openCompare(person: Person): Promise<Page> {
  const popup = await person.openPopup('popup/index.html#contacts');
  await popup.click(byRole('button', 'Compare'));
  await popup.waitFor('[data-safety]', 60_000);
  return popup;
}
const numberOn = (popup: Page) =>
  popup.evaluate(
    () => document.querySelector<HTMLElement>('[data-safety]')?.dataset['safety'] ?? '',
    undefined,
  );

async function choosePicture(popup: Page, base64: string): Promise<void> {
  await popup.evaluate(async (png) => {
    const input = document.querySelector<HTMLInputElement>('dialog input[type="file"]');
    const transfer = new DataTransfer();
    const bytes = Uint8Array.from(atob(png), (character) => character.charCodeAt(0));
    transfer.items.add(new File([bytes], 'screen.png', { type: 'image/png' }));
    if (!input) throw new Error('no file input');
    input.files = transfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }, base64);
}

test('both see the same number, in digits and in words', async () => {
  const [hers, his] = await Promise.all([openCompare(alice), openCompare(bob)]);
  expect(await numberOn(hers)).toMatch(/^\d{60}$/);
  expect(await numberOn(his)).toBe(await numberOn(hers));
  const words: string[] = [];
  for (const popup of [hers, his]) {
    await popup.click(byRole('button', 'Words'));
    await popup.waitFor('.safety.words');
    words.push(await popup.text('.safety.words'));
  }
  expect(words[0]?.trim().split(/\s+/)).toHaveLength(16);
  expect(words[1]).toBe(words[0]);
  expect(await violationsIn(hers, null)).toEqual([]);
  await his.click(byRole('button', 'QR code'));
  await his.waitFor('dialog svg.qr');
  expect(await violationsIn(his, null)).toEqual([]);
  // As a photograph of the screen would have it: the code, and the rest of the window around it.
  picture = Buffer.from(await his.screenshot(test.info().outputPath('code.png'))).toString('base64');
  await Promise.all([hers.close(), his.close()]);
});

test('a picture without a code verifies nobody', async () => {
  const popup = await openCompare(alice);
  const blank = Buffer.from(await here.screenshot(test.info().outputPath('blank.png'))).toString('base64');
  await choosePicture(popup, blank);
  await popup.waitForText('There is no QR code in this picture');
  expect(await popup.has(byRole('button', 'They match'))).toBe(true);
  await popup.close();
});

test('the code on the other screen verifies, and the chat says so', async () => {
  const popup = await openCompare(alice);
  await choosePicture(popup, picture);
  await popup.waitForText('The codes match. Bob is verified.', 30_000);
  await popup.waitForText('Verified');
  await popup.close();
  await here.bringToFront();
  const composer = await people.composerOf(here);
  await composer.waitForGone(byRole('button', 'Not compared yet'));
});
