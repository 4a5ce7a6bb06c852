/** Two people in the demo messenger, and how a picture of what one of them sees is taken. */
import type { Demo } from '../demo/server';
import type { Page, Person, Surface } from '../lib/driver';

export type Look = { readonly locale: string; readonly colorScheme: 'light' | 'dark' };

export interface Stage {
  readonly look: Look;
  readonly demo: Demo;
  readonly alice: Person;
  readonly bob: Person;
  /** One more browser in this look, with Sotto or without. */
  readonly launch: (name: string, withSotto?: boolean) => Promise<Person>;
  /** The file for a picture of this. */
  readonly file: (what: string) => string;
}

export const passphrase = 'harbour violin seventeen moss';

/** By what they are rather than by name: the names are in another language each time. */
export const passphraseField = 'input[autocomplete*="password"]';
export const submit = 'button[type="submit"]';
export const box = 'textarea:not([hidden])';

/** The toolbar popup at its narrowest and as it is, and the same as a page. */
const popupWidths = [320, 380, 1280];
const chatWidths = [
  [420, '-420'],
  [1000, ''],
] as const;

/** Pictures of a page of Sotto's own in each width, as long as it is. */
export async function shootPopup({ file }: Stage, page: Page, what: string): Promise<void> {
  for (const width of popupWidths) {
    await page.resize(width, 600);
    const height = await page.evaluate(() => document.documentElement.scrollHeight, undefined);
    await page.resize(width, Math.min(height, 2400));
    await page.screenshot(file(`${what}-${width}`));
  }
}

/** Pictures of a chat, as wide as on a laptop and as narrow as a phone. */
export async function shootChat({ file }: Stage, page: Page, what: string): Promise<void> {
  await page.bringToFront();
  for (const [width, ending] of chatWidths) {
    await page.resize(width, 720);
    await shootSettled(page, file(`${what}${ending}`));
  }
}

/** Milliseconds in which nothing changes; what moves all the time is taken as it is at the end of the longest. */
const still = { span: 900, longest: 4000 };

/** A picture once the page has given our frames their places. */
export async function shootSettled(page: Page, file: string): Promise<Uint8Array> {
  const begun = Date.now();
  let last = await page.screenshot(file);
  let since = begun;
  while (Date.now() - since < still.span && Date.now() - begun < still.longest) {
    const picture = await page.screenshot(file);
    if (Buffer.compare(picture, last) === 0) continue;
    last = picture;
    since = Date.now();
  }
  return last;
}

/** The composer frame, whatever language it speaks. */
export const composerIn = (page: Page, mode = 'on'): Promise<Surface> =>
  page.frameWith(`.cover[data-mode="${mode}"]`);

export const emptied = (composer: Surface): Promise<unknown> =>
  composer.waitForResult(
    'the composer to empty',
    () => document.querySelector('textarea')?.value === '',
    undefined,
    30_000,
  );

/** Sends a text, as one would with Enter. */
export async function say(page: Page, text: string): Promise<void> {
  await page.bringToFront();
  const composer = await composerIn(page);
  await composer.insert(box, text);
  await composer.press('Enter');
  await emptied(composer);
}

/** Takes the composer's text away again. */
export async function clear(composer: Surface): Promise<void> {
  await composer.fill(box, '');
}
