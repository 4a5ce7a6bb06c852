/** A device is lost: what the recovery sheet and a backup bring back on the next one, and what they do beside a Sotto in use. */
import { startDemo, type Demo } from '../demo/server';
import type { Page, Person } from '../lib/driver';
import { byRole } from '../lib/finder';
import { violationsIn } from '../lib/axe';
import * as people from '../lib/people';
import { earliestRecorder } from '../lib/page-search';
import { expect, test } from '../lib/test';
import { meet, passphrase } from './couple';
import { watchSaved } from './watch-saved';

test.describe.configure({ mode: 'serial' });

const nextPassphrase = 'lantern gravel opera nineteen';
let demo: Demo;
let alice: Person;
let bob: Person;
/** Alice's next device. */
let later: Person;
let here: Page;
let words: string[] = [];
let backup = '';

test.beforeAll(async ({ launch }) => {
  [demo, alice, bob, later] = await Promise.all([startDemo(), launch(), launch(), launch()]);
});
test.afterAll(() => demo.close());

const identityPage = (person: Person) => person.openPopup('popup/index.html#identity');

async function chooseFile(popup: Page, text: string): Promise<void> {
  await popup.waitFor('input[type="file"]');
  await popup.evaluate((content) => {
    const input = document.querySelector<HTMLInputElement>('input[type="file"]');
    const transfer = new DataTransfer();
    transfer.items.add(new File([content], 'sotto-backup.asc'));
    if (!input) throw new Error('no file input');
    input.files = transfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }, text);
  await popup.waitForText('sotto-backup.asc');
}

test('the sheet is made, checked, and a backup saved', async () => {
  here = await meet(alice, bob, demo);
  await people.writeMessage(here, 'Written on the device that will be lost');
  const popup = await identityPage(alice);
  await popup.click(byRole('button', 'Make a recovery sheet'));
  await popup.fill(byRole('textbox', 'Your passphrase for Sotto'), passphrase);
  await popup.press('Enter');
  await popup.waitFor('.sheet-words li:nth-child(24)', 60_000);
  words = (await popup.texts('.sheet-words li')).map((text) => text.replace(/^\d+/, '').trim());
  expect(words).toHaveLength(24);
  expect(await violationsIn(popup, null)).toEqual([]);
  await popup.click(byRole('button', 'I have it on paper'));
  await popup.waitFor('dialog input');
  const labels = await popup.texts('dialog form label');
  for (const label of labels) {
    const place = Number(/\d+/.exec(label)?.[0]);
    await popup.fill(byRole('textbox', label), words[place - 1] ?? '');
  }
  await popup.press('Enter');
  await popup.waitForText('Right. Now save a backup.');
  const saved = await watchSaved(popup);
  await popup.click(byRole('button', 'Save a backup'));
  backup = await saved();
  await popup.waitForText('Everything is in your backup');
  await popup.close();
  expect(backup).toContain('BEGIN PGP MESSAGE');
});

test('after another message, the backup still opens what was written since', async () => {
  const there = await bob.openPage(demo.chatUrl('bob'), { initScript: earliestRecorder });
  await people.waitUntilEncrypted(there);
  await people.writeMessage(there, 'Written after the backup');
  await there.close();
  await alice.close();
});

test('on the next device everything is back, and the two write on', async () => {
  const popup = await later.openPopup();
  await popup.click(byRole('button', 'I have a backup'));
  await chooseFile(popup, backup);
  await popup.fill(byRole('textbox', 'Recovery words'), words.toReversed().join(' '));
  await popup.click(byRole('button', 'Open the backup'));
  await popup.waitForText('These words do not belong together like this', 60_000);
  await popup.fill(byRole('textbox', 'Recovery words'), words.join('\n'));
  await popup.click(byRole('button', 'Open the backup'));
  await popup.waitForText('Contacts: 1', 60_000);
  expect(await violationsIn(popup, null)).toEqual([]);
  await popup.fill(byRole('textbox', 'New passphrase for this device'), nextPassphrase);
  await popup.click(byRole('button', 'Restore'));
  await popup.waitFor(byRole('button', 'Lock now'), 60_000);
  await popup.close();
  await people.switchOnSite(later, demo.url);
  here = await later.openPage(demo.chatUrl('alice'), { initScript: earliestRecorder });
  const texts = ['Written on the device that will be lost', 'Written after the backup'];
  const read = await people.readAll(here, '[role="log"]', texts);
  expect([...read.keys()].sort()).toEqual([...texts].sort());
  await people.waitUntilEncrypted(here);
  await people.writeMessage(here, 'From the new device');
  const there = await bob.openPage(demo.chatUrl('bob'), { initScript: earliestRecorder });
  const seen = await people.readAll(there, '[role="log"]', ['From the new device']);
  // The same key, so nothing changed for Bob.
  expect(seen.get('From the new device')).toBe('pinned');
  await people.writeMessage(there, 'And an answer to it');
  await people.readAll(here, '[role="log"]', ['And an answer to it']);
});

test('a backup beside a Sotto in use shows what it would add, and adds that alone', async () => {
  const popup = await identityPage(bob);
  await popup.click(byRole('button', 'Add from a backup'));
  await chooseFile(popup, backup);
  await popup.fill(byRole('textbox', 'Recovery words'), words.join(' '));
  await popup.click(byRole('button', 'Open the backup'));
  await popup.waitForText('of which 1 are not here', 60_000);
  await popup.click(byRole('button', 'Add what is not here'));
  await popup.waitForText('Everything from the backup is here now.');
  await popup.waitFor('.list-item + .list-item');
  const names = (await popup.texts('.list-item strong.name')).sort();
  expect(names).toEqual(['Alice', 'Bob']);
  await popup.close();
});

test('the server got neither a word of the code nor of the messages', () => {
  const log = JSON.stringify(demo.log);
  expect(log).toContain('QzSotto');
  for (const secret of [words.join(' '), 'Written on the device', 'Written after', 'From the new device'])
    expect(log).not.toContain(secret);
});
