/**
 * The chat in the side panel: one of two people reads and writes there only, and the page holds ciphertext alone. No
 * driver can press the browser's own controls, so the panel's page stands in a tab here and is told which tab to follow.
 */
import path from 'node:path';
import { startDemo, type Demo } from '../demo/server';
import { violationsIn } from '../lib/axe';
import type { Page, Person } from '../lib/driver';
import { byRole } from '../lib/finder';
import { leaksIn } from '../lib/leaks';
import { searchPage } from '../lib/page-search';
import { results } from '../lib/paths';
import * as people from '../lib/people';
import { until } from '../lib/poll';
import { expect, test } from '../lib/test';
import { arrive, passphrase } from './couple';
import { openPanel } from './open-panel';

test.describe.configure({ mode: 'serial' });
let demo: Demo;
let alice: Person;
let bob: Person;
let page: Page;
let bobAt: Page;
let panel: Page;
const box = 'footer [contenteditable][role="textbox"]';
const written: string[] = [];
const say = (text: string) => {
  written.push(text);
  return text;
};
const shown = async () => (await people.readTexts(panel)).map(({ text }) => text);
const waitInPanel = (text: string) =>
  until(`"${text}" in the panel`, async () => {
    await panel.bringToFront();
    return (await shown()).includes(text);
  });

test.beforeAll(async ({ launch }) => {
  [demo, alice, bob] = await Promise.all([startDemo(), launch(), launch()]);
  [page, bobAt] = await Promise.all([arrive(alice, 'Alice', demo), arrive(bob, 'Bob', demo)]);
});
test.afterEach(async ({ browserOfProject }, { title }) => {
  await panel.screenshot(path.join(results, 'panel', `${browserOfProject}-${title}.png`));
  await page.screenshot(path.join(results, 'panel', `${browserOfProject}-page-${title}.png`));
  expect(leaksIn(demo.log.map(({ body }) => body).join('\n'), written)).toEqual([]);
  if ((await page.url()).startsWith(demo.url)) expect(leaksIn(await searchPage(page), written)).toEqual([]);
});
test.afterAll(() => demo.close());

test('contact is made from the panel', async () => {
  panel = await openPanel(alice, demo.url, { width: 360, height: 740 });
  await panel.waitForText('This chat is not encrypted');
  const start = byRole('button', 'Start encryption');
  await (await panel.frameWith(start)).click(start);
  await people.acceptInvitation(bobAt);
  await people.waitUntilEncrypted(panel);
});

test('two people talk, one of them in the panel', async () => {
  await people.writeMessage(panel, say('written in the panel, read in the chat'));
  await bobAt.bringToFront();
  await people.readAll(bobAt, '[role="log"]', ['written in the panel, read in the chat']);
  await people.writeMessage(bobAt, say('written in the chat, read in the panel'));
  await waitInPanel('written in the chat, read in the panel');
  expect(await shown()).toEqual([
    'written in the panel, read in the chat',
    'written in the chat, read in the panel',
  ]);
  expect((await people.readTexts(panel)).map(({ state }) => state)).toEqual(['verified', 'pinned']);
});

test('the page beside it shows no reader, and no box to write in', async () => {
  await page.bringToFront();
  expect(await page.framesWith('[data-message][data-state]')).toEqual([]);
  expect(await page.framesWith(people.composerBox)).toEqual([]);
  await page.frameWith('.elsewhere');
  await page.evaluate((css) => document.querySelector<HTMLElement>(css)?.focus(), box);
  await page.keys(say('typed at the covered box'));
  expect(await page.text(box)).toBe('');
});

test('the draft is kept, and locked it says so', async () => {
  await panel.bringToFront();
  const composer = await people.composerOf(panel);
  await composer.type(people.composerBox, say('a draft in the panel'));
  await people.lock(alice);
  await panel.bringToFront();
  await composer.waitForText('Sotto is locked');
  expect((await people.readTexts(panel)).map(({ text }) => text)).toEqual([]);
  await people.unlock(alice, passphrase);
  await panel.bringToFront();
  await until(
    'the draft',
    async () =>
      (await composer.evaluate(() => document.querySelector('textarea')?.value, undefined)) ===
      'a draft in the panel',
  );
  await composer.click(people.composerBox);
  await composer.press('Enter');
  await waitInPanel('a draft in the panel');
});

test('another chat, and no chat', async () => {
  await page.bringToFront();
  await page.click('[data-chat-id="alice-carol"]');
  await panel.bringToFront();
  await panel.waitForText('Carol');
  await panel.waitForText('This chat is not encrypted');
  expect(await shown()).toEqual([]);
  await page.click('[data-chat-id="alice-bob"]');
  await waitInPanel('written in the chat, read in the panel');
});

test('axe finds nothing', async () => {
  await panel.bringToFront();
  expect(await violationsIn(panel, null)).toEqual([]);
});

test('closed, the chat is in the page again', async () => {
  await panel.close();
  panel = page;
  await page.bringToFront();
  await people.composerOf(page);
  await people.readAll(page, '[role="log"]', ['written in the chat, read in the panel']);
});

test('the browser’s own side panel opens, and the core pairs the composer in it', async () => {
  await page.bringToFront();
  await alice.openSidePanel();
  await page.bringToFront();
  await page.frameWith('.elsewhere');
  const popup = await alice.openPopup();
  await until('a composer in no tab', () =>
    popup.evaluate(async () => {
      const { pairing } = await chrome.storage.session.get('pairing');
      return pairing.frames.some(({ kind, tab }) => kind === 'composer' && tab === -1);
    }, undefined),
  );
  await popup.close();
});

test('an invitation is accepted in the panel', async ({ launch }) => {
  // A chat in which no other invitation stands.
  const fresh = await startDemo();
  const [carol, dave] = await Promise.all([launch(), launch()]);
  const [inviting] = await Promise.all([arrive(carol, 'Alice', fresh), arrive(dave, 'Bob', fresh)]);
  await people.startEncryption(inviting);
  panel = await openPanel(dave, fresh.url, { width: 360, height: 740 });
  await people.acceptInvitation(panel);
  await people.waitUntilEncrypted(panel);
  await people.writeMessage(panel, say('written by who was invited'));
  await people.readAll(inviting, '[role="log"]', ['written by who was invited']);
  expect(leaksIn(fresh.log.map(({ body }) => body).join('\n'), written)).toEqual([]);
  await fresh.close();
});

/** What runs in the extension's own page. */
declare const chrome: {
  readonly storage: {
    readonly session: {
      get(key: string): Promise<{
        readonly pairing: { readonly frames: readonly { kind: string; tab: number }[] };
      }>;
    };
  };
};
