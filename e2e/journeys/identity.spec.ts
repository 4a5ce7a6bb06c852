/** Keys and identities as a person has them: made, brought from GnuPG, given out, changed, revoked, one for each chat. */
import { startDemo, type Demo } from '../demo/server';
import type { Page, Person } from '../lib/driver';
import { byRole } from '../lib/finder';
import * as people from '../lib/people';
import { expect, test } from '../lib/test';
import { openPrograms } from '../../src/openpgp/testing/programs';
import { readFileSync } from 'node:fs';
import { arrive, passphrase } from './couple';
import { watchSaved } from './watch-saved';

test.describe.configure({ mode: 'serial' });

const gpgPassphrase = 'Grüße aus Köln';
const filePassphrase = 'seven words for one file';
const newPassphrase = 'granite lullaby orbit thimble';
const programs = openPrograms();
let demo: Demo;
let alice: Person;
let bob: Person;
let here: Page;
let there: Page;
/** What Alice saved. */
let exported = '';

test.beforeAll(async ({ launch }) => {
  const { gpg, file } = programs;
  const secret = ['--pinentry-mode', 'loopback', '--passphrase', gpgPassphrase] as const;
  gpg(
    ...secret,
    '--quick-generate-key',
    'Alice (GnuPG) <alice@example.org>',
    'future-default',
    'default',
    '1y',
  );
  gpg(...secret, '--armor', '--output', file('alice.asc'), '--export-secret-keys');
  [demo, alice, bob] = await Promise.all([startDemo(), launch(), launch()]);
});
test.afterAll(async () => {
  programs.close();
  await demo.close();
});

const openIdentities = (person: Person) => person.openPopup('popup/index.html#identity');

/** Opens the page of one of several. */
async function openIdentity(popup: Page, name: string): Promise<void> {
  await popup.waitFor('.list-item');
  const place = await popup.waitForResult(
    `${name} in the list`,
    (wanted) => {
      const names = [...document.querySelectorAll('.list-item strong.name')];
      return names.findIndex(({ textContent }) => textContent === wanted) + 1;
    },
    name,
  );
  await popup.click(`.list-item:nth-child(${place}) .button`);
  await popup.waitForText('Where it is used');
}

async function importKey(person: Person, text: string, words: readonly string[]): Promise<void> {
  const popup = await openIdentities(person);
  await popup.click(byRole('button', 'Import a key'));
  await popup.fill(byRole('textbox', 'Secret key'), text);
  await popup.click(byRole('button', 'Look at it'));
  for (const [at, word] of words.entries()) {
    await popup.fill(byRole('textbox', 'Passphrase of the key'), word);
    await popup.click(byRole('button', 'Import'));
    if (at < words.length - 1) await popup.waitForText('This passphrase does not open the key', 60_000);
  }
  await popup.waitForText('Imported.', 60_000);
  await popup.close();
}

async function writeAs(person: Person, name: string): Promise<void> {
  const popup = await person.openPopup('popup/index.html#chat');
  await popup.waitForText('You write as');
  await popup.waitForResult(
    `${name} to be chosen`,
    (wanted) => {
      const select = document.querySelector('select');
      const option = [...(select?.options ?? [])].find(({ textContent }) => textContent === wanted);
      if (!select || !option) return false;
      select.value = option.value;
      return select.dispatchEvent(new Event('change', { bubbles: true }));
    },
    name,
  );
  await popup.click(byRole('button', 'Write as this one'));
  await popup.waitForText('In this chat you now write as');
  await popup.close();
}

/** Author and state of this text, as the reader shows them. */
async function authorOf(page: Page, text: string): Promise<string> {
  await page.bringToFront();
  await people.readAll(page, '[role="log"]', [text]);
  const frames = await page.framesWith('[data-message][data-state]');
  const found = await Promise.all(
    frames.map((frame) =>
      frame.evaluate((wanted) => {
        const articles = [...document.querySelectorAll<HTMLElement>('[data-message][data-state]')];
        const article = articles.find(
          (one) => one.querySelector('[data-part="text"]')?.textContent === wanted,
        );
        if (!article) return undefined;
        // Names are kept apart from what stands around them by marks that nobody sees.
        const author = article.querySelector('.author')?.textContent.replaceAll(/[\u2066-\u2069]/g, '');
        return `${author} ${article.dataset['state']}`;
      }, text),
    ),
  );
  return found.find((one) => one !== undefined) ?? '';
}

/** What the reader says is renewed once the core has told of a change: it may be a moment behind. */
async function expectAuthor(page: Page, text: string, wanted: string): Promise<void> {
  await expect.poll(() => authorOf(page, text)).toBe(wanted);
}

test('a key that GnuPG made is brought in, with its passphrase and no other', async () => {
  [here, there] = await Promise.all([arrive(alice, 'Alice', demo), arrive(bob, 'Bob', demo)]);
  await importKey(alice, readFileSync(programs.file('alice.asc'), 'utf8'), ['not this one', gpgPassphrase]);
});

test('and writes in one chat, where the other side sees the right author', async () => {
  await here.bringToFront();
  await here.frameWith('button.pill');
  await writeAs(alice, 'Alice (GnuPG) <alice@example.org>');
  await people.startEncryption(here);
  await people.acceptInvitation(there);
  await people.waitUntilEncrypted(here);
  await people.writeMessage(here, 'Written with a key of GnuPG’s');
  await expectAuthor(there, 'Written with a key of GnuPG’s', 'Alice (GnuPG) <alice@example.org> pinned');
  await people.writeMessage(there, 'An answer to that key');
  await expectAuthor(here, 'An answer to that key', 'Bob pinned');
});

test('another name is seen before the next message', async () => {
  const popup = await openIdentities(alice);
  await openIdentity(popup, 'Alice (GnuPG) <alice@example.org>');
  await popup.click(byRole('button', 'Change name'));
  await popup.fill(byRole('textbox', 'Your name'), 'Alice of GnuPG');
  await popup.click(byRole('button', 'Save'));
  await popup.waitForText('You are now called Alice of GnuPG.');
  await popup.close();
  await people.writeMessage(here, 'Under a new name');
  await expectAuthor(there, 'Under a new name', 'Alice of GnuPG pinned');
  await expectAuthor(there, 'Written with a key of GnuPG’s', 'Alice of GnuPG pinned');
  await there.frameWith('[data-state="contact-renewed"]');
});

test('the secret key is given out under a passphrase, and comes in at another person’s', async () => {
  const popup = await openIdentities(alice);
  const saved = await watchSaved(popup);
  await openIdentity(popup, 'Alice of GnuPG');
  await popup.click(byRole('button', 'Save the secret key'));
  await popup.fill(byRole('textbox', 'Your passphrase for Sotto'), passphrase);
  await popup.fill(byRole('textbox', 'New passphrase for the file'), filePassphrase);
  await popup.click(byRole('button', 'Save file'));
  exported = await saved();
  await popup.close();
  expect(exported).toContain('BEGIN PGP PRIVATE KEY BLOCK');
  await importKey(bob, exported, [filePassphrase]);
});

test('a deleted identity comes back, until the page closes', async () => {
  const popup = await openIdentities(bob);
  await openIdentity(popup, 'Alice of GnuPG');
  await popup.click(byRole('button', 'Delete'));
  await popup.click('dialog .button.danger');
  await popup.click(byRole('button', 'Bring it back'));
  await popup.waitForGone(byRole('button', 'Bring it back'));
  await openIdentity(popup, 'Alice of GnuPG');
  await popup.click(byRole('button', 'Delete'));
  await popup.click('dialog .button.danger');
  await popup.waitFor(byRole('button', 'Bring it back'));
  await popup.close();
  const again = await openIdentities(bob);
  await again.waitFor('h2.name');
  expect(await again.texts('h2.name')).toEqual(['Bob']);
  await again.close();
});

test('another passphrase unlocks, and the one before does not', async () => {
  const popup = await openIdentities(alice);
  await popup.click(byRole('button', 'Change passphrase'));
  await popup.fill(byRole('textbox', 'Passphrase until now'), passphrase);
  await popup.fill(byRole('textbox', 'New passphrase'), newPassphrase);
  await popup.click(byRole('button', 'Change'));
  await popup.waitForText('From now on, the new passphrase unlocks Sotto.', 60_000);
  await popup.close();
  await people.lock(alice);
  const locked = await alice.openPopup();
  await locked.fill(byRole('textbox', 'Passphrase'), passphrase);
  await locked.click(byRole('button', 'Unlock'));
  await locked.waitForText('That passphrase is not right.', 60_000);
  await locked.close();
  await people.unlock(alice, newPassphrase);
});

test('a revoked identity writes nothing; with the next one everybody hears of it', async () => {
  const popup = await openIdentities(alice);
  await openIdentity(popup, 'Alice of GnuPG');
  await popup.click(byRole('button', 'Revoke'));
  await popup.click(byRole('radio', 'I have a new one'));
  await popup.click(byRole('button', 'Revoke for good'));
  await popup.waitForText('Alice of GnuPG is revoked.');
  await popup.close();
  await here.bringToFront();
  const composer = await people.composerOf(here);
  await composer.waitForText('Your identity Alice of GnuPG is revoked');
  await writeAs(alice, 'Alice');
  await people.writeMessage(here, 'With another identity');
  await there.bringToFront();
  await there.frameWith('[data-state="contact-revoked"]');
  await people.pressOnCard(there, 'Accept the new certificate');
  await people.waitUntilEncrypted(there);
  await expectAuthor(there, 'With another identity', 'Alice pinned');
  await expectAuthor(here, 'An answer to that key', 'Bob pinned');
  await people.writeMessage(there, 'To the new one');
  await expectAuthor(here, 'To the new one', 'Bob pinned');
});

test('nothing secret is in what the server got', () => {
  const log = JSON.stringify(demo.log);
  expect(log).toContain('QzSotto');
  expect(log).not.toContain('PRIVATE KEY');
  expect(log).not.toContain('With another identity');
});
