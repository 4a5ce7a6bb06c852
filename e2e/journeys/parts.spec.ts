/** Messages that are longer than the messenger allows: counted while one types, sent in parts, read as one. */
import path from 'node:path';
import { startDemo, type Demo } from '../demo/server';
import type { Page, Person, Surface } from '../lib/driver';
import { byRole } from '../lib/finder';
import { results } from '../lib/paths';
import * as people from '../lib/people';
import { until } from '../lib/poll';
import { expect, test } from '../lib/test';
import { meet } from './couple';

const limit = 700;
const scroller = '[role="log"]';

let demo: Demo;
let alice: Person;
let bob: Person;
let page: Page;
let other: Page;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ launch }) => {
  demo = await startDemo();
  await demo.set({ limit });
  [alice, bob] = await Promise.all([launch(), launch()]);
  page = await meet(alice, bob, demo);
  other = await bob.openPage(demo.chatUrl('bob'));
});
test.afterAll(() => demo.close());

const long = Array.from({ length: 40 }, (_, index) => `sentence ${index} of a long message`).join(', ');
const said = (composer: Surface) => composer.text('#status');
const draftIn = (composer: Surface) =>
  composer.evaluate(() => document.querySelector('textarea')?.value, undefined);
/** Tokens with more than one part, as the server has them. */
const partsAtServer = () =>
  demo.messages('alice-bob').filter(({ text }) => /^QzSotto1m.{13}(?!01)/.test(text));
const states = async (at: Page) => {
  const frames = await at.framesWith('[data-message]');
  const all = await Promise.all(
    frames.map((frame) =>
      frame.evaluate(
        () =>
          [...document.querySelectorAll<HTMLElement>('[data-message]')].map(
            ({ dataset }) => dataset['state'],
          ),
        undefined,
      ),
    ),
  );
  return all.flat();
};

test('what will be sent is counted while one types', async () => {
  await page.bringToFront();
  const composer = await people.composerOf(page);
  await composer.insert(people.composerBox, long);
  await composer.waitForText('goes out as 4 messages');
});

test('it goes out as parts and is read as one, on both sides and after a reload', async ({
  browserOfProject,
}) => {
  const composer = await people.composerOf(page);
  await composer.press('Enter');
  await until('the composer to empty', async () => (await draftIn(composer)) === '', 60_000);
  expect(partsAtServer()).toHaveLength(4);
  for (const at of [page, other]) {
    expect((await people.readAll(at, scroller, [long])).has(long)).toBe(true);
    await until(
      'each part to settle',
      async () => (await states(at)).filter((state) => state === 'part').length === 3,
    );
    expect(await states(at)).not.toContain('incomplete');
  }
  await other.screenshot(path.join(results, 'parts', `${browserOfProject}-read.png`));
  await other.reload();
  expect((await people.readAll(other, scroller, [long])).has(long)).toBe(true);
  expect((await people.readTexts(other)).filter(({ text }) => text === long)).toHaveLength(1);
});

test('parts are read in any order, and say how many are here while some are missing', async () => {
  const [one, two, three, four] = partsAtServer().map(({ text }) => text);
  if (!one || !two || !three || !four) throw new Error('four parts were to be sent');
  const chat = 'book-club';
  demo.seed(
    chat,
    [four, two].map((text) => ({ from: 'alice', text })),
  );
  await other.goto(demo.chatUrl('bob', chat));
  await other.bringToFront();
  await until('two places', async () => (await states(other)).join() === 'incomplete,incomplete');
  const reader = await other.frameWith('[data-state="incomplete"]');
  expect(await reader.text('[data-state="incomplete"]')).toContain('2 of 4 parts here');
  demo.seed(chat, [{ from: 'alice', text: one }]);
  await reader.waitForText('3 of 4 parts here');
  demo.seed(chat, [{ from: 'alice', text: three }]);
  await until(
    'the text once',
    async () => (await states(other)).filter((state) => state === 'part').length === 3,
  );
  expect((await people.readTexts(other)).map(({ text }) => text)).toEqual([long]);
});

test('more than eight are asked about, more than 64 refused', async () => {
  await page.bringToFront();
  const composer = await people.composerOf(page);
  await composer.insert(people.composerBox, long.repeat(4));
  await composer.press('Enter');
  await composer.waitForText('Press Enter once more to send.');
  expect(await said(composer)).toContain('This will be sent as');
  expect(partsAtServer()).toHaveLength(4);
  const huge = long.repeat(40);
  await composer.fill(people.composerBox, '');
  await composer.insert(people.composerBox, huge);
  await composer.press('Enter');
  await composer.waitForText('it would take more than 64 messages here');
  expect(await draftIn(composer)).toBe(huge);
  await composer.fill(people.composerBox, '');
});

test('a retry after a failure in the middle sends the rest alone', async () => {
  const before = partsAtServer().length;
  await page.bringToFront();
  const composer = await people.composerOf(page);
  await composer.insert(people.composerBox, `${long}, tried again`);
  await composer.press('Enter');
  await until('the second part on its way', () => partsAtServer().length >= before + 2);
  await demo.set({ networkDown: true });
  await composer.waitFor('#status[data-tone="bad"]', 25_000);
  await demo.set({ networkDown: false });
  await composer.click(byRole('button', 'Try again'));
  await until('the composer to empty', async () => (await draftIn(composer)) === '', 60_000);
  const sent = partsAtServer()
    .slice(before)
    .map(({ text }) => text);
  expect(sent).toHaveLength(4);
  expect(new Set(sent).size).toBe(4);
  expect(new Set(sent.map((text) => text.slice(0, 20))).size).toBe(1);
});
