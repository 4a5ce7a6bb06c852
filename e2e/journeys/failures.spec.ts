/**
 * Whatever goes wrong on a message's way out: Sotto says so in a sentence, the draft stays, and nothing plain is with
 * the page or its server.
 */
import path from 'node:path';
import { startDemo, type Demo } from '../demo/server';
import type { Flags } from '../demo/protocol';
import type { Page, Person, Surface } from '../lib/driver';
import { byRole } from '../lib/finder';
import { leaksIn } from '../lib/leaks';
import { searchPage } from '../lib/page-search';
import { results } from '../lib/paths';
import * as people from '../lib/people';
import { until } from '../lib/poll';
import { expect, test } from '../lib/test';
import { arrive, meet, passphrase } from './couple';

/** The messenger gives a message up after 5 s, and Sotto one that it does not see after 15 s. */
const givenUp = 25_000;

let demo: Demo;
let alice: Person;
let page: Page;
/** All that was written and is nobody else's business. */
const written: string[] = [];

test.beforeAll(async ({ launch }) => {
  let bob: Person;
  [demo, alice, bob] = await Promise.all([startDemo(), launch(), launch()]);
  page = await meet(alice, bob, demo);
  await bob.close();
});

test.afterEach(async ({ browserOfProject }, { title }) => {
  await page.screenshot(path.join(results, 'failures', `${browserOfProject}-${title}.png`));
  await demo.set({ editor: 'works', cutAt: null, networkDown: false });
  expect(leaksIn(demo.log.map(({ body }) => body).join('\n'), written)).toEqual([]);
  if ((await page.url()).startsWith(demo.url)) expect(leaksIn(await searchPage(page), written)).toEqual([]);
});
test.afterAll(() => demo.close());

/** Begins a draft in the composer. */
async function begin(text: string): Promise<Surface> {
  written.push(text);
  await page.bringToFront();
  const composer = await people.composerOf(page);
  await composer.waitFor('[data-mode="on"]');
  await composer.fill(people.composerBox, '');
  await composer.type(people.composerBox, text);
  return composer;
}

const draftIn = (composer: Surface) =>
  composer.evaluate(() => document.querySelector('textarea')?.value, undefined);
/** What the composer says, without the marks that set names apart. */
const saidBy = async (composer: Surface) =>
  (await composer.text('#status')).replaceAll(/[\u2068\u2069]/g, '');
const waitForDraft = (composer: Surface, text: string) =>
  until(`the draft "${text}"`, async () => (await draftIn(composer)) === text);
const waitUntilSent = (composer: Surface) =>
  until('the composer to empty', async () => (await draftIn(composer)) === '', givenUp);

const faults: readonly {
  readonly what: string;
  readonly flags: Partial<Flags>;
  readonly sentence: string;
}[] = [
  {
    what: 'the messenger’s editor refuses the text',
    flags: { editor: 'refuses' },
    sentence: 'This site did not take the encrypted text, so nothing was sent.',
  },
  {
    what: 'the network is down when the message is sent',
    flags: { networkDown: true },
    sentence: 'was not seen to be sent.',
  },
  {
    what: 'the server cuts the message',
    flags: { cutAt: 60 },
    sentence: 'was not seen to be sent.',
  },
];

for (const { what, flags, sentence } of faults) {
  test(what, async () => {
    const text = `written while ${what}`;
    const composer = await begin(text);
    await demo.set(flags);
    await composer.press('Enter');
    await composer.waitFor('#status[data-tone="bad"]', givenUp);
    expect(await saidBy(composer)).toContain(sentence);
    expect(await draftIn(composer)).toBe(text);
    await page.screenshot(path.join(results, 'failures', `said-${what}.png`));
    await demo.set({ editor: 'works', cutAt: null, networkDown: false });
    await composer.click(byRole('button', 'Try again'));
    await waitUntilSent(composer);
  });
}

test('the worker is stopped while a text stands in the composer', async () => {
  const composer = await begin('written before the worker stopped');
  await alice.killWorker();
  await composer.press('Enter');
  await waitUntilSent(composer);
});

test('Sotto is locked while somebody writes', async () => {
  const composer = await begin('written before the lock');
  await people.lock(alice);
  await page.bringToFront();
  await composer.waitForText('Sotto is locked');
  expect(await composer.has(people.composerBox)).toBe(false);
  expect(await draftIn(composer)).toBe('');
  const popup = await alice.openPopup();
  await popup.fill(byRole('textbox', 'Passphrase'), 'not this one, surely');
  await popup.click(byRole('button', 'Unlock'));
  await popup.waitForText('That passphrase is not right.', 60_000);
  await popup.close();
  await people.unlock(alice, passphrase);
  await page.bringToFront();
  await waitForDraft(composer, 'written before the lock');
});

test('another chat is opened and left again', async () => {
  await begin('written before another chat');
  await page.click('[data-chat-id="alice-carol"]');
  await page.frameWith(byRole('button', 'Start encryption'));
  expect(await page.framesWith(people.composerBox)).toEqual([]);
  await page.click('[data-chat-id="alice-bob"]');
  const back = await people.composerOf(page);
  await waitForDraft(back, 'written before another chat');
});

test('the other side comes with another certificate', async ({ launch }) => {
  await begin('written before the other certificate');
  const impostor = await launch();
  await people.startEncryption(await arrive(impostor, 'Bob', demo));
  await page.bringToFront();
  const composer = await people.composerOf(page);
  await composer.waitFor('[data-mode="blocked"]');
  expect(await saidBy(composer)).toContain('Bob has a new certificate. Nothing is sent until you decide.');
  await waitForDraft(composer, 'written before the other certificate');
  await composer.click(people.composerBox);
  await composer.press('Enter');
  await composer.waitForText('Not sent: a certificate in this chat changed.');
  await waitForDraft(composer, 'written before the other certificate');
  // Tall enough for the whole card, which its buttons wait for.
  await page.resize(1100, 1300);
  const placed = await page.frameWith('.card[data-tone="bad"] button');
  const isWhole = () => innerHeight > 0 && document.documentElement.scrollHeight <= innerHeight;
  await placed.waitForResult('the card to have its place', isWhole, undefined);
  await page.evaluate(() => document.querySelector('[role="log"]')?.scrollTo(0, 1e6), undefined);
  // Its buttons can be pressed once it has stood still in full view.
  const card = await page.frameWith('.card[data-tone="bad"] button[aria-disabled="false"]');
  expect(await card.text('h1')).toContain('shows a different certificate');
  await card.click(byRole('button', 'Accept the new certificate'));
  await composer.waitFor('[data-mode="on"]');
  await waitForDraft(composer, 'written before the other certificate');
  await impostor.close();
  await page.resize(1100, 800);
});

test('the site is switched off in the popup', async () => {
  await begin('written before it was switched off');
  const popup = await alice.openPopup('popup/index.html#sites');
  const site = '[role="switch"][aria-checked="true"]';
  await popup.click(site);
  await popup.waitForGone(site);
  await popup.close();
  await page.bringToFront();
  await until('no frame of Sotto', () => page.frameCount() === 0);
  await page.type('footer [contenteditable][role="textbox"]', 'openly, on purpose');
  await page.press('Enter');
  await until('it at the server', () =>
    demo.messages('alice-bob').some(({ text }) => text === 'openly, on purpose'),
  );
});
