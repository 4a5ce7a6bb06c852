/** axe-core finds nothing wrong in any view of the popup, nor in what stands in the chat, light and dark. */
import { startDemo, type Demo } from '../demo/server';
import { violationsIn } from '../lib/axe';
import type { Page, Person, Surface } from '../lib/driver';
import { byRole } from '../lib/finder';
import * as people from '../lib/people';
import { expect, test } from '../lib/test';
import { arrive, passphrase } from './couple';

const views = ['chat', 'contacts', 'identity', 'sites', 'settings'];
/** Each opens a dialog. */
const steps = [
  'Change name',
  'Change how long it is valid',
  'Save the secret key',
  'Revoke',
  'Delete',
  'Change passphrase',
];

/** The colour that can be seen on this element of the page. */
const colourOf = (page: Page, selector: string) =>
  page.evaluate((css) => {
    let element = document.querySelector(css);
    const colour = () => (element === null ? 'Canvas' : getComputedStyle(element).backgroundColor);
    while (element !== null && colour() === 'rgba(0, 0, 0, 0)') element = element.parentElement;
    return colour();
  }, selector);

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.describe.configure({ mode: 'serial' });
    let demo: Demo;
    let alice: Person;
    let bob: Person;
    let aliceAt: Page;
    let bobAt: Page;
    const expectNone = async (popup: Page) => expect(await violationsIn(popup, null)).toEqual([]);
    /** The frame stands on this element of the page. */
    const expectNoneIn = async (frame: Surface, page: Page, ground: string) =>
      expect(await violationsIn(frame, await colourOf(page, ground))).toEqual([]);

    test.beforeAll(async ({ launch }) => {
      [demo, alice, bob] = await Promise.all([startDemo(), launch({ colorScheme }), launch({ colorScheme })]);
    });
    test.afterAll(async () => {
      await Promise.all([alice.close(), bob.close()]);
      await demo.close();
    });

    test('the first run', async () => {
      const popup = await alice.openPopup();
      await popup.waitFor(byRole('textbox', 'Your name'));
      await expectNone(popup);
      await popup.fill(byRole('textbox', 'Passphrase'), 'sotto');
      await popup.waitForResult(
        'the strength to be said',
        () => document.querySelector('.strength p')?.textContent !== '',
        undefined,
      );
      await expectNone(popup);
      await popup.close();
    });

    test('the invitation in the chat', async () => {
      [aliceAt, bobAt] = await Promise.all([arrive(alice, 'Alice', demo), arrive(bob, 'Bob', demo)]);
      await aliceAt.bringToFront();
      await expectNoneIn(await aliceAt.frameWith('button.pill'), aliceAt, 'footer');
      await people.startEncryption(aliceAt);
      await bobAt.bringToFront();
      await expectNoneIn(await bobAt.frameWith(byRole('button', 'Accept')), bobAt, '.row.other .bubble');
      await people.acceptInvitation(bobAt);
      await people.waitUntilEncrypted(bobAt);
    });

    test('the composer and the reader', async () => {
      await people.waitUntilEncrypted(aliceAt);
      await people.writeMessage(aliceAt, 'with a link https://example.org/ and `code`');
      const composer = await people.composerOf(aliceAt);
      await expectNoneIn(composer, aliceAt, 'footer');
      const more = byRole('button', 'More about encryption here');
      await composer.click(more);
      await expectNoneIn(composer, aliceAt, 'footer');
      await expectNoneIn(
        await aliceAt.frameWith('[data-message][data-state="verified"]'),
        aliceAt,
        '.row.own .bubble',
      );
      await bobAt.bringToFront();
      await expectNoneIn(
        await bobAt.frameWith('[data-message][data-state="pinned"]'),
        bobAt,
        '.row.other .bubble',
      );
    });

    for (const view of views) {
      test(`the view ${view} of the popup`, async () => {
        const popup = await alice.openPopup(`popup/index.html#${view}`);
        await popup.waitFor(`#tab-${view}[aria-selected="true"]`);
        await expectNone(popup);
        await popup.close();
      });
    }

    test('one’s own identities, and all that can be done with one', async () => {
      const popup = await alice.openPopup('popup/index.html#identity');
      await popup.click(byRole('button', 'Show QR code'));
      await popup.waitFor('svg.qr');
      for (const step of steps) {
        await popup.click(byRole('button', step));
        await popup.waitFor('dialog[open]');
        await expectNone(popup);
        await popup.press('Escape');
        await popup.waitForGone('dialog[open]');
      }
      await popup.click(byRole('button', 'Import a key'));
      await popup.waitFor(byRole('textbox', 'Secret key'));
      await expectNone(popup);
      await popup.click(byRole('button', 'Make one'));
      await popup.fill(byRole('textbox', 'Your name'), 'Alice at work');
      await popup.click(byRole('button', 'Make it'));
      await popup.waitFor('.list .list-item + .list-item');
      await expectNone(popup);
      await popup.click('.list-item:last-child .button');
      await popup.waitForText('Where it is used');
      await expectNone(popup);
      await popup.close();
      const chat = await alice.openPopup('popup/index.html#chat');
      await chat.waitForText('You write as');
      await expectNone(chat);
      await chat.close();
    });

    test('locked', async () => {
      await people.lock(alice);
      const popup = await alice.openPopup();
      await popup.fill(byRole('textbox', 'Passphrase'), `not ${passphrase}`);
      await popup.click(byRole('button', 'Unlock'));
      await popup.waitForText('That passphrase is not right.', 60_000);
      await expectNone(popup);
      await popup.close();
      await aliceAt.bringToFront();
      await expectNoneIn(await aliceAt.frameWith('.locked'), aliceAt, 'footer');
      await expectNoneIn(
        await aliceAt.frameWith('[data-message][data-state="locked"]'),
        aliceAt,
        '.row.own .bubble',
      );
    });
  });
}
