/** axe-core finds nothing wrong in what the composer says, in files, in trouble and in the side panel, light and dark. */
import { startDemo, type Demo } from '../demo/server';
import type { Page, Person, Surface } from '../lib/driver';
import { byRole } from '../lib/finder';
import * as people from '../lib/people';
import { expect, test } from '../lib/test';
import { expectAccessible, expectAccessibleIn } from './accessible';
import { arrive, meet } from './couple';
import { attach, cardOf, press, sendFiles } from './files';
import { openPanel } from './open-panel';

const messengersBox = 'footer [contenteditable][role="textbox"]';
const note = { name: 'Plan B.txt', type: 'text/plain', content: 'Meet me at nine.\n'.repeat(40) };
const long = Array.from({ length: 40 }, (_, index) => `sentence ${index} of a long message`).join(', ');

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.describe.configure({ mode: 'serial' });
    let demo: Demo;
    let alice: Person;
    let page: Page;
    let composer: Surface;
    const says = async (tone: string) => {
      await composer.waitFor(`#status[data-tone="${tone}"]`, 30_000);
      await expectAccessibleIn(composer, page, 'footer');
    };
    const empty = async () => {
      await page.bringToFront();
      composer = await people.composerOf(page);
      await composer.waitFor('[data-mode="on"]');
      await composer.fill(people.composerBox, '');
    };

    test.beforeAll(async ({ launch }) => {
      let bob: Person;
      [demo, alice, bob] = await Promise.all([startDemo(), launch({ colorScheme }), launch({ colorScheme })]);
      page = await meet(alice, bob, demo);
      await bob.close();
    });
    test.afterAll(async () => {
      await alice.close();
      await demo.close();
    });

    test('the question before encryption goes off, what was stopped, and a focus that was taken', async () => {
      await empty();
      // Firefox, which cannot tell what covers a frame, asks it in a window of Sotto's own.
      if (alice.browser === 'chromium') {
        await composer.click(byRole('button', 'More about encryption here'));
        await composer.click(byRole('button', 'Write unencrypted instead'));
        await composer.waitFor('.question');
        await expectAccessibleIn(composer, page, 'footer');
        await composer.click(byRole('button', 'Stay encrypted'));
      }
      await page.click('button.voice');
      await says('warn');
      await composer.click(people.composerBox);
      await composer.keys('in the middle of a word');
      await page.evaluate((css) => document.querySelector<HTMLElement>(css)?.focus(), messengersBox);
      await says('bad');
      await empty();
    });

    test('an old message that is edited', async () => {
      await people.writeMessage(page, 'to be mended');
      const id = demo.messages('alice-bob').at(-1)?.id ?? '';
      await page.click(`[data-message-id="${id}"] button[aria-label="Edit"]`);
      composer = await people.composerOf(page);
      await composer.waitForText('You are editing your message.');
      await expectAccessibleIn(composer, page, 'footer');
      await composer.click(people.composerBox);
      await composer.press('Escape');
      await composer.waitForResult(
        'the edit to be over',
        () => document.querySelector('textarea')?.value === '',
        undefined,
      );
    });

    test('a message of many parts', async () => {
      await demo.set({ limit: 700 });
      await page.reload();
      await empty();
      await composer.insert(people.composerBox, long.repeat(4));
      await composer.press('Enter');
      await says('warn');
      await demo.set({ limit: null });
      await empty();
      await page.reload();
    });

    test('files in the composer and in the list', async () => {
      composer = await attach(page, [note]);
      await expectAccessibleIn(composer, page, 'footer');
      await sendFiles(composer);
      const card = await cardOf(page, note.name);
      await press(card, 'Show', 'shown');
      await expectAccessibleIn(card.reader, page, '.row.own .bubble');
    });

    test('a messenger that refuses, and what the popup says of it', async () => {
      await demo.set({ editor: 'refuses' });
      await empty();
      await composer.insert(people.composerBox, 'to a box that refuses');
      await composer.press('Enter');
      await says('bad');
      await composer.waitFor('.health');
      await expectAccessibleIn(composer, page, 'footer');
      const popup = await alice.openPopup('popup/index.html#chat');
      await popup.click('details summary');
      await popup.waitFor('.health-report');
      await expectAccessible(popup);
      await popup.close();
      await page.bringToFront();
      await composer.click(byRole('button', 'Copy the encrypted text'));
      await says('warn');
      await demo.set({ editor: 'works' });
      await composer.click(byRole('button', 'Back to writing'));
      await empty();
    });

    test('the side panel', async () => {
      const panel = await openPanel(alice, demo.url, { width: 320, height: 720 });
      const beside = await people.composerOf(panel);
      await beside.waitFor('[data-mode="on"]');
      await panel.frameWith('[data-message]');
      await expectAccessible(panel);
      await expectAccessibleIn(beside, panel, '.panel-footer');
      await page.bringToFront();
      await expectAccessibleIn(await page.frameWith('.elsewhere'), page, 'footer');
      await panel.close();
      await page.reload();
    });

    test('another certificate, in the chat and in the popup', async ({ launch }) => {
      const impostor = await launch({ colorScheme });
      await people.startEncryption(await arrive(impostor, 'Bob', demo));
      await impostor.close();
      await page.bringToFront();
      composer = await people.composerOf(page);
      await composer.waitFor('[data-mode="blocked"]');
      await expectAccessibleIn(composer, page, 'footer');
      const card = await page.frameWith('.card[data-tone="bad"] button');
      await expectAccessibleIn(card, page, '.row.other .bubble');
      const popup = await alice.openPopup('popup/index.html#chat');
      await popup.waitFor('.alarm');
      await expectAccessible(popup);
      expect(await popup.texts('.alarm h3')).toHaveLength(1);
      await popup.close();
    });
  });
}
