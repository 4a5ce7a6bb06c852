/**
 * Two chats open side by side, a channel and a thread of it: each has its composer, and what is written in one goes
 * nowhere else.
 */
import { leaksIn } from '../lib/leaks';
import type { Page, Surface } from '../lib/driver';
import { searchPage } from '../lib/page-search';
import { results } from '../lib/paths';
import * as people from '../lib/people';
import { until } from '../lib/poll';
import { expect, test } from '../lib/test';
import { meet } from './couple';
import { startSites, type SitesServer } from './framework/server';
import { channel, thread } from './pages/slack-thread';

test.describe.configure({ mode: 'serial', retries: 0 });

const boxes = {
  channel: '.p-workspace__primary_view .ql-editor',
  thread: '[data-qa="threads_flexpane"] .ql-editor',
};
const said = {
  channel: 'for everybody in the channel',
  thread: 'for the thread alone',
  answer: 'Bob answers in the thread',
  keys: 'keys that were meant for a covered box',
  stolen: 'keys while the page moves the focus',
  drafts: ['a draft in the channel', 'a draft in the thread'],
};
const all = Object.values(said).flat();

let server: SitesServer;
let alice: Page;
let bob: Page;
let inChannel: Surface;
let inThread: Surface;

test.beforeAll(async ({ launch }) => {
  server = await startSites([channel, thread]);
  ({ alice, bob } = await (await meet(launch)).open(server, channel));
});
test.afterEach(async ({ browserOfProject }, { title }) => {
  await alice.screenshot(`${results}/panes/${browserOfProject}-${title}.png`);
  for (const at of [alice, bob]) expect(leaksIn(await searchPage(at), all)).toEqual([]);
  for (const at of [channel, thread]) expect(leaksIn(server.received(at), all)).toEqual([]);
});
test.afterAll(() => server.close());

const textIn = (composer: Surface) =>
  composer.evaluate(() => document.querySelector('textarea')?.value ?? null, undefined);
const isWrittenIn = (composer: Surface) =>
  composer.evaluate(
    () => document.hasFocus() && document.activeElement instanceof HTMLTextAreaElement,
    undefined,
  );
const writtenIn = (composers: readonly Surface[]) =>
  until('a composer to have the focus', async () => {
    for (const composer of composers) if (await isWrittenIn(composer)) return composer;
    return null;
  });
const focus = (page: Page, box: string) =>
  page.evaluate((css) => document.querySelector<HTMLElement>(css)?.focus(), box);
const encrypted = (page: Page) =>
  until('two composers that encrypt', async () => {
    const composers = await page.framesWith('[data-mode="on"]');
    return composers.length === 2 && composers;
  });
const shown = async (page: Page) => (await people.readTexts(page)).map(({ text }) => text);
const clear = async (composer: Surface) => {
  await composer.fill(people.composerBox, '');
  expect(await textIn(composer)).toBe('');
};

test('a covered box gives its focus to the composer over it', async () => {
  await alice.bringToFront();
  const composers = await encrypted(alice);
  await focus(alice, boxes.thread);
  inThread = await writtenIn(composers);
  const other = composers.find((composer) => composer !== inThread);
  if (!other) throw new Error('There is one composer only');
  inChannel = other;
  await alice.keys(said.keys);
  expect(await textIn(inThread)).toBe(said.keys);
  expect(await textIn(inChannel)).toBe('');
  await clear(inThread);
});

test('what is written in one goes there alone', async () => {
  await people.writeIn(inThread, said.thread);
  expect(server.messages(thread).length).toBe(1);
  expect(server.messages(channel).length).toBe(0);
  await people.writeIn(inChannel, said.channel);
  expect(server.messages(thread).length).toBe(1);
  expect(server.messages(channel).length).toBe(1);
  await bob.bringToFront();
  await encrypted(bob);
  await until('both to be read', async () => {
    const read = await shown(bob);
    return read.includes(said.thread) && read.includes(said.channel);
  });
});

test('an answer in the thread is read in the thread', async () => {
  await bob.bringToFront();
  const composers = await encrypted(bob);
  await focus(bob, boxes.thread);
  const composer = await writtenIn(composers);
  await people.writeIn(composer, said.answer);
  expect(server.messages(thread).length).toBe(2);
  await alice.bringToFront();
  await until('the answer', async () => (await shown(alice)).includes(said.answer));
  const readers = await alice.framesWith('[data-message][data-state]');
  const texts = await Promise.all(
    readers.map((reader) => reader.evaluate(() => document.body.innerText, undefined)),
  );
  const [at, ...more] = texts.filter((text) => text.includes(said.answer));
  expect(more).toEqual([]);
  expect(at).toContain(said.thread);
  expect(at).not.toContain(said.channel);
});

test('the page moves the focus to the other box, and what is typed stays where it was begun', async () => {
  await alice.bringToFront();
  await inChannel.click(people.composerBox);
  await focus(alice, boxes.thread);
  await until('the focus to be back', () => isWrittenIn(inChannel));
  await alice.keys(said.stolen);
  expect(await textIn(inChannel)).toBe(said.stolen);
  expect(await textIn(inThread)).toBe('');
  await clear(inChannel);
});

test('each keeps its draft, also when the thread is closed and opened', async () => {
  const [one = '', other = ''] = said.drafts;
  await alice.bringToFront();
  await inChannel.type(people.composerBox, one);
  // In the middle of a word the focus would be brought back, as from a page that takes it.
  await alice.press('Escape');
  await inThread.type(people.composerBox, other);
  expect(await textIn(inChannel)).toBe(one);
  const pane = '[data-qa="threads_flexpane"]';
  const hide = (css: string) =>
    alice.evaluate(
      ([selector, display]) => {
        document.querySelector<HTMLElement>(selector ?? '')?.style.setProperty('display', display ?? '');
      },
      [pane, css],
    );
  await hide('none');
  await until('one composer', async () => (await alice.framesWith(people.composerBox)).length === 1);
  expect(await textIn(inChannel)).toBe(one);
  await hide('flex');
  const composers = await encrypted(alice);
  const drafts = async () => new Set(await Promise.all(composers.map(textIn)));
  await expect.poll(drafts).toEqual(new Set(said.drafts));
  expect(server.messages(thread).length + server.messages(channel).length).toBe(3);
});
