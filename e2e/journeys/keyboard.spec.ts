/** Whoever has no pointer gets everywhere, sees where they are, and goes on from there. */
import { startDemo, type Demo } from '../demo/server';
import type { Page, Person, Surface } from '../lib/driver';
import { byRole } from '../lib/finder';
import * as people from '../lib/people';
import { expect, test } from '../lib/test';
import { meet, passphrase } from './couple';

test.describe.configure({ mode: 'serial' });
let demo: Demo;
let alice: Person;
let page: Page;

test.beforeAll(async ({ launch }) => {
  let bob: Person;
  [demo, alice, bob] = await Promise.all([startDemo(), launch(), launch()]);
  page = await meet(alice, bob, demo);
  await bob.close();
});
test.afterAll(() => demo.close());

/** What has the focus: its words, and whether that can be seen on it or on what stands for it. */
const focused = (surface: Surface) =>
  surface.evaluate(() => {
    const active = document.activeElement;
    if (active === null || active === document.body) return { name: 'nothing', seen: false };
    const marks = [active, active.nextElementSibling, active.closest('.box')];
    const seen = marks.some((mark) => {
      if (mark === null) return false;
      const { outlineStyle, boxShadow } = getComputedStyle(mark);
      return outlineStyle !== 'none' || boxShadow !== 'none';
    });
    const id = active.id === '' ? '' : `#${active.id}`;
    return { name: active.getAttribute('aria-label') ?? (active.textContent || id), seen };
  }, undefined);

/** Presses Tab until this has the focus. */
async function tabTo(surface: Surface, name: string): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < 60; presses += 1) {
    await surface.press('Tab');
    const now = await focused(surface);
    passed.push(now.name);
    expect(now.seen, `the focus on "${now.name}" to be seen`).toBe(true);
    if (now.name === name) return;
  }
  throw new Error(`Tab did not come to "${name}" but to: ${passed.join(', ')}`);
}

const waitForFocus = (surface: Surface, name: string) =>
  surface.waitForResult(
    `the focus on "${name}"`,
    (wanted) => {
      const active = document.activeElement;
      return (active?.getAttribute('aria-label') ?? active?.textContent) === wanted;
    },
    name,
  );

test('the composer: what was opened is closed by Escape, and writing goes on', async () => {
  await page.bringToFront();
  const composer = await people.composerOf(page);
  await composer.type(people.composerBox, 'half a thought');
  await tabTo(composer, 'More about encryption here');
  await composer.press('Enter');
  await composer.waitFor(byRole('button', 'Open this chat in Sotto'));
  await composer.press('Escape');
  await waitForFocus(composer, 'Encrypted message');
  expect(await composer.has(byRole('button', 'Open this chat in Sotto'))).toBe(false);
  await composer.keys(', ended');
  expect(await composer.evaluate(() => document.querySelector('textarea')?.value, undefined)).toBe(
    'half a thought, ended',
  );
});

test('the composer: a step that is done gives the focus to the text', async () => {
  await demo.set({ editor: 'refuses' });
  const composer = await people.composerOf(page);
  await composer.click(people.composerBox);
  await composer.press('Enter');
  await composer.waitFor(byRole('button', 'Try again'), 30_000);
  await demo.set({ editor: 'works' });
  await tabTo(composer, 'Try again');
  await composer.press('Enter');
  await composer.waitForResult(
    'the composer to empty',
    () => document.querySelector('textarea')?.value === '',
    undefined,
    30_000,
  );
  await waitForFocus(composer, 'Encrypted message');
});

test('the popup: arrow keys go through its views, Tab through each', async () => {
  const popup = await alice.openPopup('popup/index.html#chat');
  await popup.waitFor('[role="switch"]');
  await tabTo(popup, 'This chat');
  for (const view of ['contacts', 'identity', 'sites', 'settings', 'chat']) {
    await popup.press('ArrowRight');
    await popup.waitFor(`#tab-${view}[aria-selected="true"]`);
    const { seen } = await focused(popup);
    expect(seen, view).toBe(true);
  }
  await tabTo(popup, 'Encrypt this chat');
  await popup.close();
});

test('the popup: a dialog keeps the focus, ends with Escape, and gives the focus back', async () => {
  const popup = await alice.openPopup('popup/index.html#chat');
  await popup.waitFor('[role="switch"]');
  await tabTo(popup, 'Compare');
  await popup.press('Enter');
  await popup.waitFor('dialog[open]');
  await tabTo(popup, 'They match');
  await popup.press('Escape');
  await popup.waitForGone('dialog[open]');
  await waitForFocus(popup, 'Compare');
  await popup.close();
});

test('the popup: it is locked and unlocked', async () => {
  const popup = await alice.openPopup('popup/index.html#settings');
  await popup.waitFor('[role="switch"]');
  await tabTo(popup, 'Lock now');
  await popup.press('Enter');
  await popup.waitFor(byRole('textbox', 'Passphrase'));
  await popup.keys(passphrase);
  await popup.press('Enter');
  await popup.waitFor(byRole('button', 'Lock now'), 60_000);
  await popup.close();
});
