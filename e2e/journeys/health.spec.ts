/** What Sotto says when a messenger is not as it should be, and that nothing plain goes out then. */
import path from 'node:path';
import { startDemo, type Demo } from '../demo/server';
import type { Page, Person } from '../lib/driver';
import { byRole } from '../lib/finder';
import { leaksIn } from '../lib/leaks';
import { searchPage } from '../lib/page-search';
import { results } from '../lib/paths';
import * as people from '../lib/people';
import { until } from '../lib/poll';
import { expect, test } from '../lib/test';
import { meet } from './couple';

test.describe.configure({ mode: 'serial' });
let demo: Demo;
let alice: Person;
let bob: Person;
let page: Page;
const box = 'footer [contenteditable][role="textbox"]';
const written: string[] = [];
const say = (text: string) => {
  written.push(text);
  return text;
};

test.beforeAll(async ({ launch }) => {
  [demo, alice, bob] = await Promise.all([startDemo(), launch(), launch()]);
  page = await meet(alice, bob, demo);
  await bob.close();
});
test.afterEach(async ({ browserOfProject }, { title }) => {
  await page.screenshot(path.join(results, 'health', `${browserOfProject}-${title}.png`));
  expect(leaksIn(demo.log.map(({ body }) => body).join('\n'), written)).toEqual([]);
  if ((await page.url()).startsWith(demo.url)) expect(leaksIn(await searchPage(page), written)).toEqual([]);
});
test.afterAll(() => demo.close());

/** Opens the popup's view of the chat until it says this, and returns the report in it. */
async function reportWith(sentence: string): Promise<string> {
  return until(`"${sentence}" in the popup`, async () => {
    const popup = await alice.openPopup('popup/index.html#chat');
    await popup.waitFor('#tab-chat[aria-selected="true"]');
    await popup.waitForText('Encrypt this chat');
    const said = await popup.evaluate(() => document.body.innerText, undefined);
    const [report = ''] = await popup.texts('.health-report');
    await popup.screenshot(path.join(results, 'health', `${alice.browser}-popup.png`));
    await popup.close();
    return said.includes(sentence) ? report || 'none' : false;
  });
}
const markIn = async () => {
  await page.bringToFront();
  const composer = await people.composerOf(page);
  return composer.evaluate(
    () => document.querySelector<HTMLElement>('.health')?.dataset['health'] ?? 'none',
    undefined,
  );
};

test('all is well', async () => {
  await people.writeMessage(page, say('all is well here'));
  expect(await reportWith('Sotto works on this page as it should.')).toBe('none');
  expect(await markIn()).toBe('none');
});

test('the list is missing', async () => {
  await page.evaluate(() => document.querySelector('[role="log"]')?.removeAttribute('role'), undefined);
  const report = await reportWith('Sotto cannot find the list of messages here.');
  expect(report).toContain('state: degraded');
  expect(report).toContain('message list: missing');
  await until('the mark', async () => (await markIn()) === 'degraded');
  await page.reload();
  await people.composerOf(page);
});

test('what was sent is not seen', async () => {
  await demo.set({ cutAt: 60 });
  const composer = await people.composerOf(page);
  await composer.type(people.composerBox, say('cut on its way'));
  await composer.press('Enter');
  await composer.waitFor('#status[data-tone="bad"]', 25_000);
  await until('the mark', async () => (await markIn()) === 'degraded');
  expect(await reportWith('was not seen in the list')).toContain('last message in the list: unseen');
  await demo.set({ cutAt: null });
  await page.bringToFront();
  await composer.click(byRole('button', 'Try again'));
  await until('the mark to go', async () => (await markIn()) === 'none', 25_000);
});

test('the editor refuses: the ciphertext is copied, pasted and sent by hand', async () => {
  const text = say('sent by hand, as ciphertext');
  await demo.set({ editor: 'refuses' });
  await page.bringToFront();
  const composer = await people.composerOf(page);
  await composer.type(people.composerBox, text);
  await composer.press('Enter');
  const copy = byRole('button', 'Copy the encrypted text');
  await composer.waitFor(copy, 25_000);
  await until('the mark', async () => (await markIn()) === 'broken');
  expect(await reportWith('did not take the encrypted text')).toContain('ciphertext in the box: refused');
  await page.bringToFront();
  await composer.click(copy);
  await composer.waitForText('Copied.');
  // What is typed there, and what is no ciphertext, still goes nowhere.
  await page.click(box);
  await page.keys(say('typed into the free box'));
  expect(await page.text(box)).toBe('');
  await page.screenshot(path.join(results, 'health', `${alice.browser}-beside.png`));
  await page.press('Control+v');
  await until('the ciphertext in the box', async () => (await page.text(box)).includes('Sotto'));
  await page.press('Enter');
  await until('it to be read', async () =>
    (await people.readTexts(page)).some((read) => read.text === text && read.state === 'verified'),
  );
  await until('the composer to empty and to cover the box', async () =>
    composer.evaluate(() => document.querySelector('textarea')?.value === '', undefined),
  );
  await demo.set({ editor: 'works' });
  await people.writeMessage(page, say('and all is well again'));
  await until('the mark to go', async () => (await markIn()) === 'none');
});

test('the box is gone', async () => {
  await page.evaluate(() => document.querySelector('footer')?.remove(), undefined);
  const report = await reportWith('Sotto cannot find the messenger’s box here');
  expect(report).toContain('state: broken');
  expect(report).toContain('compose box: missing');
  expect(report).toMatch(/^Sotto \d+\.\d+\.\d+, (Firefox|Chrome) \d+$/m);
  // Nothing in it names the chat, the people or the place.
  expect(report).toContain('site: demo');
  for (const name of ['Bob', 'Alice', '127.0.0.1', 'alice-bob', 'http']) expect(report).not.toContain(name);
});
