/**
 * Notifications of messages that come while nobody looks at the chat: the tab is in the background all along, hidden as
 * in a browser that nobody drives. What the browser shows of them no driver sees; which of them stand, the browser says.
 */
import { startDemo, type Demo } from '../demo/server';
import { violationsIn } from '../lib/axe';
import type { Page, Person } from '../lib/driver';
import { byRole } from '../lib/finder';
import { leaksIn } from '../lib/leaks';
import { searchPage } from '../lib/page-search';
import * as people from '../lib/people';
import { until } from '../lib/poll';
import { expect, test } from '../lib/test';
import { arrive } from './couple';

test.describe.configure({ mode: 'serial' });
let demo: Demo;
let alice: Person;
let bob: Person;
let aliceAt: Page;
let page: Page;
/** Bob's settings in a tab of their own, which stands in front of the chat. */
let settings: Page;
const written: string[] = [];
const say = async (text: string) => {
  written.push(text);
  await people.writeMessage(aliceAt, text);
};

test.beforeAll(async ({ launch }) => {
  [demo, alice, bob] = await Promise.all([startDemo(), launch(), launch({ grants: ['notifications'] })]);
  [aliceAt, page] = await Promise.all([
    arrive(alice, 'Alice', demo),
    arrive(bob, 'Bob', demo, { canBeHidden: true }),
  ]);
  await people.startEncryption(aliceAt);
  await people.acceptInvitation(page);
  await people.waitUntilEncrypted(page);
  await people.waitUntilEncrypted(aliceAt);
  settings = await bob.openPopup('popup/index.html#settings');
});
test.afterEach(async () => {
  expect(leaksIn(demo.log.map(({ body }) => body).join('\n'), written)).toEqual([]);
  expect(leaksIn(await searchPage(page), written)).toEqual([]);
});
test.afterAll(() => demo.close());

const isHidden = (tab: Page) => tab.evaluate(() => document.hidden && !document.hasFocus(), undefined);
/** The notifications that stand now, as the browser says. Chromium tells their names alone. */
const standing = () =>
  settings.evaluate(async () => Object.values((await chrome.notifications?.getAll()) ?? {}), undefined);
/** How many were shown within the last minute. */
const shown = () =>
  settings.evaluate(
    async () => (await chrome.storage.session.get('notificationTimes')).notificationTimes?.length ?? 0,
    undefined,
  );
interface Words {
  readonly title: string;
  readonly message: string;
}
const oneWith = (words: Words, browser: string) =>
  until(`the notification "${words.message}"`, async () => {
    const [one, another] = (await standing()) as Words[];
    if (!one || another) return false;
    return browser === 'chromium' || (one.title === words.title && one.message === words.message);
  });
const none = () => until('no notification', async () => (await standing()).length === 0);
const readHere = async (text: string) => (await people.readTexts(page)).some((read) => read.text === text);

test('the browser is asked at the moment of choosing', async () => {
  const isAllowed = () =>
    settings.evaluate(() => chrome.permissions.contains({ permissions: ['notifications'] }), undefined);
  expect(await isAllowed()).toBe(false);
  await settings.click(byRole('radio', 'Show who wrote and the text'));
  await until('the permission', isAllowed);
  expect(await settings.evaluate(() => document.body.textContent.includes('does not allow'), undefined)).toBe(
    false,
  );
  expect(await violationsIn(settings, null)).toEqual([]);
});

test('a message that comes in the background is told of, and is readable there before the tab is in front', async ({
  browserOfProject,
}) => {
  await until('the chat to be in the background', () => isHidden(page));
  await say('See you at noon by the bridge');
  await oneWith({ title: 'Alice', message: 'See you at noon by the bridge' }, browserOfProject);
  await until('the reader to hold it', () => readHere('See you at noon by the bridge'));
  expect(await isHidden(page)).toBe(true);
});

test('in front it stands in its place at once, and the notification goes', async () => {
  await page.bringToFront();
  expect(await readHere('See you at noon by the bridge')).toBe(true);
  const reader = await page.frameWith('[data-message][data-state]');
  const tops = await reader.evaluate(
    () =>
      [...document.querySelectorAll('[data-message]')].map((one) => one.getBoundingClientRect().height > 0),
    undefined,
  );
  expect(tops.every(Boolean)).toBe(true);
  await none();
});

test('nothing is told of a chat that one looks at', async () => {
  const before = await shown();
  await say('read as it comes');
  await until('the message', () => readHere('read as it comes'));
  await settings.bringToFront();
  await until('the chat to be in the background', () => isHidden(page));
  await say('and this one is told of');
  await until('a notification', async () => (await shown()) === before + 1);
});

test('a page that shows old ciphertext again in the background has nothing told', async ({
  browserOfProject,
}) => {
  const before = await shown();
  await page.evaluate(() => {
    const list = document.querySelector('[role="log"]');
    for (const text of list?.querySelectorAll('.message-text') ?? []) {
      const again = document.createElement('div');
      again.append(text.cloneNode(true), ' ');
      text.closest('.row')?.after(again);
    }
  }, undefined);
  await say('new after all of these');
  await until('a notification', async () => (await shown()) > before);
  await oneWith({ title: 'Alice', message: 'new after all of these' }, browserOfProject);
  expect(await shown()).toBe(before + 1);
});

test('with the name alone, and locked without it', async ({ browserOfProject }) => {
  await settings.click(byRole('radio', 'Say only who wrote'));
  await none();
  await say('nobody sees this on a lock screen');
  await oneWith({ title: 'Alice', message: 'New encrypted message' }, browserOfProject);
  await settings.click(byRole('button', 'Lock now'));
  await none();
  await say('nor this');
  await oneWith(
    { title: 'Sotto', message: 'A new encrypted message. Unlock Sotto to read it.' },
    browserOfProject,
  );
});

/** What runs in the extension's own page. */
declare const chrome: {
  readonly notifications?: { getAll(): Promise<Record<string, unknown>> };
  readonly permissions: { contains(asked: object): Promise<boolean> };
  readonly storage: {
    readonly session: { get(key: string): Promise<{ readonly notificationTimes?: readonly number[] }> };
  };
};
