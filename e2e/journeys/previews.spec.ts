/** Where a messenger shows the beginning of a message, a few words stand instead of letters that nobody can read. */
import path from 'node:path';
import { startDemo, type Demo } from '../demo/server';
import type { Page, Person } from '../lib/driver';
import { results } from '../lib/paths';
import * as people from '../lib/people';
import { until } from '../lib/poll';
import { expect, test } from '../lib/test';
import { meet } from './couple';

const words = 'Encrypted message';

let demo: Demo;
let bob: Person;
let alicePage: Page;
let page: Page;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async ({ launch }) => {
  let alice: Person;
  [demo, alice, bob] = await Promise.all([startDemo(), launch(), launch()]);
  alicePage = await meet(alice, bob, demo);
  page = await bob.openPage(demo.chatUrl('bob'));
  await people.writeMessage(alicePage, 'something worth a quote');
  await people.readAll(page, '[role="log"]', ['something worth a quote']);
});
test.afterAll(() => demo.close());

/** What stands for the element's own text, and whether any of that text can be seen. */
const shownAt = (selector: string) =>
  page.evaluate((css) => {
    const element = document.querySelector(css);
    if (!element) return null;
    const [before, after] = ['::before', '::after'].map((pseudo) => {
      const { content } = getComputedStyle(element, pseudo);
      return content === 'none' || content === 'normal' ? '' : content;
    });
    const range = document.createRange();
    const texts = [...element.childNodes].filter((node) => node instanceof Text);
    const width = Math.max(
      0,
      ...texts.map((text) => {
        range.selectNodeContents(text);
        return range.getBoundingClientRect().width;
      }),
    );
    const kept = [...element.children].map((child) => ({
      text: child.textContent,
      width: child.getBoundingClientRect().width,
    }));
    return { before, after, width, kept, text: element.textContent };
  }, selector);
/** The value of `attr()` is computed to its text in one browser, and stays as it is in the other. */
const labelAt = (selector: string) =>
  page.evaluate((css) => document.querySelector(css)?.getAttribute('data-sotto-preview') ?? null, selector);

test('in the chat list', async () => {
  await until('the words', async () => (await labelAt('.chat-preview')) === words);
  const shown = await shownAt('.chat-preview');
  expect(shown?.width).toBe(0);
  expect(shown?.before).not.toBe('');
  // The page's own text is as it was.
  expect(shown?.text).toMatch(/^QzSotto1/);
  expect(await labelAt('.chat[data-chat-id="book-club"] .chat-preview')).toBeNull();
});

test('in the tab’s title', async () => {
  const title = () => page.evaluate(() => document.title, undefined);
  await until('the title', async () => (await title()) === `Alice: ${words} | Parley`);
});

test('in a quote, beside the message that can be read', async () => {
  await page.bringToFront();
  // A real click: who presses something in the page leaves the composer, and the messenger's own focus is no theft.
  const quoted = demo.messages('alice-bob').findLast(({ from }) => from === 'alice')?.id ?? '';
  await page.click(`[data-message-id="${quoted}"] [aria-label="Reply"]`);
  await people.writeMessage(page, 'an answer to it');
  const quote = '.row.own .quote-text';
  await until('the words', async () => (await labelAt(quote)) === words);
  expect((await shownAt(quote))?.width).toBe(0);
  const read = await people.readAll(page, '[role="log"]', ['an answer to it', 'something worth a quote']);
  expect(read.size).toBeGreaterThanOrEqual(2);
});

test('in a pinned message and in search results, with the words around it', async ({ browserOfProject }) => {
  await page.evaluate(() => {
    const rows = document.querySelectorAll<HTMLElement>('.row.own:not([hidden]) [aria-label="Pin"]');
    [...rows].at(-1)?.click();
  }, undefined);
  await until('the words', async () => (await labelAt('.pinned')) === `Pinned: ${words}`);
  expect((await shownAt('.pinned'))?.width).toBe(0);
  await page.evaluate(() => {
    const field = document.querySelector<HTMLInputElement>('.search');
    if (!field) return;
    field.value = 'QzSotto1m';
    field.dispatchEvent(new Event('input'));
  }, undefined);
  await until('the words', async () => (await labelAt('.search-result')) === ` wrote ${words}`);
  const shown = await shownAt('.search-result');
  expect(shown?.width).toBe(0);
  expect(shown?.after).not.toBe('');
  // A name in an element of its own stays where it is.
  expect(shown?.kept[0]?.width).toBeGreaterThan(10);
  await page.screenshot(path.join(results, 'previews', `${browserOfProject}.png`));
});

test('gone when the text under them is another', async () => {
  await page.evaluate(() => {
    const pinned = document.querySelector('.pinned');
    if (pinned) pinned.textContent = 'Pinned: see you at noon';
  }, undefined);
  await until('no words of ours', async () => (await labelAt('.pinned')) === null);
  expect((await shownAt('.pinned'))?.width).toBeGreaterThan(50);
  // A page that takes our words away gets them back.
  await page.evaluate(
    () => document.querySelector('.chat-preview')?.removeAttribute('data-sotto-preview'),
    undefined,
  );
  await until('the words again', async () => (await labelAt('.chat-preview')) === words);
});
