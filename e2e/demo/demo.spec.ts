/** The demo messenger behaves like a real one, in both browsers, before any extension comes into it. */
import path from 'node:path';
import type { Page } from '../lib/driver';
import { byRole } from '../lib/finder';
import { results } from '../lib/paths';
import { until } from '../lib/poll';
import { expect, test } from '../lib/test';
import { startDemo, type Demo } from './server';

const box = 'footer [contenteditable][role="textbox"]';
const send = byRole('button', 'Send');
let demo: Demo;
let alice: Page;
let bob: Page;

test.beforeAll(async ({ launch }) => {
  demo = await startDemo();
  const person = await launch({ extensionDir: null });
  alice = await person.openPage(demo.chatUrl('alice'));
  bob = await person.openPage(demo.chatUrl('bob'));
  await alice.waitForText('online');
  await bob.waitForText('online');
});

test.afterEach(async () => {
  await demo.set({ networkDown: false, seeMoreAt: null, cutAt: null, editor: 'works', sendButton: 'works' });
});

test.afterAll(() => demo.close());

/** Text of the message that stands last on the screen. */
const lastOnScreen = (page: Page) =>
  page.evaluate(() => {
    const shown = [...document.querySelectorAll('[data-message-id]')].filter(
      (row) => row.getClientRects().length > 0,
    );
    const bottom = (row: Element) => row.getBoundingClientRect().bottom;
    return (
      shown
        .sort((a, b) => bottom(a) - bottom(b))
        .at(-1)
        ?.querySelector('.message-text')?.textContent ?? null
    );
  }, undefined);

const waitForLast = (page: Page, text: string) =>
  until(`"${text}" at the end`, async () => (await lastOnScreen(page)) === text);

test('sends by Enter and by the button, lines and all', async () => {
  await alice.bringToFront();
  await alice.type(box, 'first line');
  await alice.press('Shift+Enter');
  await alice.keys('second');
  await alice.press('Enter');
  await waitForLast(bob, 'first line\nsecond');
  await alice.type(box, 'by the button');
  await alice.click(send);
  await waitForLast(bob, 'by the button');
  expect(demo.messages('alice-bob').map(({ text }) => text)).toEqual(['first line\nsecond', 'by the button']);
});

test('sends drafts to the server while one types', async () => {
  await alice.type(box, 'never sent');
  await until('the draft in the log', () =>
    demo.log.some(({ body }) => body.includes('"draft"') && body.includes('never sent')),
  );
  await alice.press('Control+a');
  await alice.press('Delete');
});

test('takes what a script puts into the editor, unless told to refuse it', async () => {
  const put = (text: string) =>
    alice.evaluate((inserted) => {
      const editor = document.querySelector<HTMLElement>('footer [contenteditable]');
      editor?.focus();
      const dataTransfer = new DataTransfer();
      dataTransfer.setData('text/plain', inserted);
      const event = new InputEvent('beforeinput', {
        inputType: 'insertReplacementText',
        dataTransfer,
        bubbles: true,
        cancelable: true,
      });
      editor?.dispatchEvent(event);
    }, text);
  const boxText = () =>
    alice.evaluate(() => document.querySelector('footer [contenteditable]')?.textContent, undefined);
  await alice.click(box);
  await put('put in');
  await until('the text in the box', async () => (await boxText()) === 'put in');
  await demo.set({ editor: 'mangles' });
  await put(' more');
  await until('capitals', async () => (await boxText()) === 'PUT IN MORE');
  await demo.set({ editor: 'refuses' });
  await alice.click(send);
  await until('an empty box', async () => (await boxText()) === '');
  await waitForLast(bob, 'PUT IN MORE');
  await put('refused');
  expect(await boxText()).toBe('');
});

test('marks what the network lost, and sends it again', async () => {
  await demo.set({ networkDown: true });
  await alice.type(box, 'lost');
  await alice.press('Enter');
  await alice.waitForText('Not sent');
  expect(demo.messages('alice-bob').some(({ text }) => text === 'lost')).toBe(false);
  await demo.set({ networkDown: false });
  await alice.click('.failed');
  await waitForLast(bob, 'lost');
});

test('replies, edits, cuts', async () => {
  await bob.bringToFront();
  await bob.evaluate(() => {
    const rows = [...document.querySelectorAll<HTMLElement>('.row.other')].filter(({ hidden }) => !hidden);
    rows.at(-1)?.querySelector<HTMLElement>('[aria-label="Reply"]')?.click();
  }, undefined);
  await bob.type(box, 'an answer');
  await bob.press('Enter');
  await alice.waitFor('.quote .quote-text');
  await bob.evaluate(() => {
    document.querySelector<HTMLElement>('.row.own:not([hidden]) [aria-label="Edit"]')?.click();
  }, undefined);
  await bob.press('End');
  await bob.keys(', edited');
  await bob.press('Enter');
  await alice.waitForText('an answer, edited');
  await demo.set({ seeMoreAt: 50 });
  const long = 'word '.repeat(40).trim();
  demo.seed('alice-bob', [{ from: 'bob', text: long }]);
  await waitForLast(alice, `${long.slice(0, 50)}…`);
  await alice.bringToFront();
  await alice.click('.see-more:not([hidden])');
  await waitForLast(alice, long);
});

test('keeps few rows for many messages, and fetches older ones', async () => {
  const count = 1000;
  demo.seed(
    'book-club',
    Array.from({ length: count }, (_, at) => ({
      from: 'carol',
      text: `number ${at} `.repeat(1 + (at % 9)).trim(),
    })),
  );
  await alice.click('[data-chat-id="book-club"]');
  await waitForLast(alice, `number ${count - 1}`);
  expect(
    await alice.evaluate(() => document.querySelectorAll('[data-message-id]').length, undefined),
  ).toBeLessThan(60);
  await until('the first message', async () => {
    await alice.evaluate(() => {
      const list = document.querySelector('[role="log"]');
      if (list !== null) list.scrollTop = 0;
    }, undefined);
    return alice.evaluate(() => document.body.innerText.includes('number 0'), undefined);
  });
  expect(
    await alice.evaluate(() => document.querySelectorAll('[data-message-id]').length, undefined),
  ).toBeLessThan(60);
  await alice.click('[data-chat-id="alice-bob"]');
  await waitForLast(alice, 'word '.repeat(40).trim());
  await alice.screenshot(path.join(results, 'demo.png'));
});

test('serves a plain page', async ({ launch }) => {
  const person = await launch({ extensionDir: null, colorScheme: 'dark' });
  const page = await person.openPage(`${demo.url}/plain?n=500&encrypted=2&user=alice`);
  expect(await page.evaluate(() => document.querySelectorAll('[data-message-id]').length, undefined)).toBe(
    500,
  );
  expect(await page.url()).toContain('/chat/alice-bob');
  await page.goto(demo.chatUrl('bob'));
  await page.waitForText('by the button');
  await page.screenshot(path.join(results, 'demo-dark.png'));
});
