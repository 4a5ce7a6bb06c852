/** The harness proves itself on a probe extension: what later specs rely on holds in both browsers. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Page, Person } from '../lib/driver';
import { byRole } from '../lib/finder';
import { results, root } from '../lib/paths';
import { expect, test } from '../lib/test';

const box = byRole('textbox', 'Probe box');
let server: Server;
let address: string;
let person: Person;
let page: Page;

test.beforeAll(async ({ launch }) => {
  server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html');
    response.setHeader(
      'content-security-policy',
      "default-src 'none'; frame-src 'none'; require-trusted-types-for 'script'",
    );
    response.end(
      '<!doctype html><title>Page</title><h1>Page</h1><input aria-label="Page box"><p>text of the page</p>',
    );
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  person = await launch({ extensionDir: path.join(root, 'e2e/self/extension') });
  page = await person.openPage(address, { initScript: 'window.fromInitScript = document.readyState;' });
});

test.afterAll(() => {
  server.close();
});

test('acts in the page itself', async () => {
  await page.type(byRole('textbox', 'Page box'), 'héllo 🙂');
  expect(await page.evaluate(() => document.querySelector('input')?.value, undefined)).toBe('héllo 🙂');
  await page.press('Shift+Home');
  await page.type(byRole('textbox', 'Page box'), '!');
  await page.fill(byRole('textbox', 'Page box'), 'filled');
  expect(await page.evaluate(() => document.querySelector('input')?.value, undefined)).toBe('filled');
  expect(await page.text('p')).toBe('text of the page');
  expect(await page.url()).toBe(address);
  expect(await page.has('h2')).toBe(false);
});

test('runs an init script before the page', async () => {
  const state = await page.evaluate(
    () => (globalThis as { fromInitScript?: string }).fromInitScript,
    undefined,
  );
  expect(state).toBe('loading');
});

test('clicks and types, trusted, in an extension frame in a closed shadow root', async () => {
  const frame = await page.frameWith(box);
  await frame.type(box, 'two\nlines');
  expect(await frame.evaluate(() => document.querySelector('textarea')?.value, undefined)).toBe('two\nlines');
  expect(
    Number(await frame.evaluate(() => document.querySelector('textarea')?.dataset['keys'], undefined)),
  ).toBe(9);
  await frame.press('Shift+Enter');
  await frame.insert(box, 'pasted\nשלום');
  await frame.click(byRole('button', 'Store it'));
  await frame.waitForText('stored two');
  expect(page.frameCount()).toBe(1);
});

test('stops the worker, which then starts anew', async () => {
  const frame = await page.frameWith('body[data-worker]');
  const before = await frame.evaluate(() => document.body.dataset['worker'], undefined);
  await person.killWorker();
  expect(await person.workerAlive()).toBe(false);
  await page.reload();
  const after = await (
    await page.frameWith('body[data-worker]')
  ).evaluate(() => document.body.dataset['worker'], undefined);
  expect(after).not.toBe(before);
});

test('keeps the extension’s storage over a restart of the browser', async () => {
  await person.restart();
  page = await person.openPage(address);
  const frame = await page.frameWith('body[data-kept]');
  expect(await frame.evaluate(() => document.body.dataset['kept'], undefined)).toContain('pasted\nשלום');
});

test('opens pages of the extension in a tab', async () => {
  const popup = await person.openPopup('frame.html');
  await popup.type(box, 'as a tab');
  await popup.click(byRole('button', 'Store it'));
  await popup.waitForText('stored as a tab');
  const image = await popup.screenshot(path.join(results, 'harness.png'));
  expect(image.length).toBeGreaterThan(1000);
  await popup.close();
});

test('says what it waited for in vain', async () => {
  await expect(page.waitFor(byRole('button', 'Nowhere'), 50)).rejects.toThrow(
    'Waited 50 ms for button "Nowhere"',
  );
});
