/** Pictures of every screen, made by playing two people in the demo messenger. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { generateIdentity } from '../src/openpgp/identity';
import { exportSecretKey } from '../src/openpgp/secret-export';
import { startDemo, type Demo } from './demo/server';
import { launchPerson, type Page, type Person } from './lib/driver';
import { results } from './lib/paths';
import { switchOnSite } from './lib/people';

type Name = (what: string) => string;
type Look = { readonly locale: string; readonly colorScheme: 'light' | 'dark' };
const looks: readonly Look[] = [
  { locale: 'en-US', colorScheme: 'light' },
  { locale: 'en-US', colorScheme: 'dark' },
  { locale: 'de-DE', colorScheme: 'light' },
];
const widths = [320, 380, 1280];
const views = ['chat', 'contacts', 'identity', 'sites', 'settings'];

const passphrase = 'harbour violin seventeen moss';
/** By what they are rather than by name: the names are in another language each time. */
const passphraseField = 'input[autocomplete*="password"]';
const submit = 'button[type="submit"]';

export async function takeScreens(): Promise<void> {
  const folder = path.join(results, 'screens');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const look of looks) await takeLook(look, folder);
  console.log(`Screens are in ${path.relative(process.cwd(), folder)}`);
}

async function takeLook(look: Look, folder: string): Promise<void> {
  const demo = await startDemo();
  const profiles = await mkdtemp(path.join(tmpdir(), 'sotto-screens-'));
  const launch = (name: string) =>
    launchPerson({ browser: 'chromium', headless: true, profileDir: path.join(profiles, name), ...look });
  const name: Name = (what) =>
    path.join(folder, `${look.locale.slice(0, 2)}-${look.colorScheme}-${what}.png`);
  const people: Person[] = [];
  try {
    const alice = await launch('alice');
    people.push(alice);
    const bob = await launch('bob');
    people.push(bob);
    await firstRun(alice, 'Alice', name);
    await firstRun(bob, 'Bob', name);
    await chat(demo, alice, bob, name);
    await popupViews(alice, name);
    await identities(alice, name);
  } finally {
    await Promise.all(people.map((person) => person.close()));
    await demo.close();
    await rm(profiles, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** One picture for each width of the page. */
async function shootWidths(page: Page, what: string, name: Name): Promise<void> {
  for (const width of widths) {
    await page.resize(width, 720);
    await page.screenshot(name(`${what}-${width}`));
  }
}

async function firstRun(person: Person, who: string, name: Name): Promise<void> {
  const popup = await person.openPopup();
  await popup.fill('.start input[maxlength="100"]', who);
  await popup.fill(passphraseField, passphrase);
  await popup.waitForResult(
    'the strength to be said',
    () => document.querySelector('.strength p')?.textContent !== '',
    undefined,
  );
  await shootWidths(popup, 'first-run', name);
  await popup.click(submit);
  await popup.waitFor('[role="tab"]', 60_000);
  await popup.close();
}

async function popupViews(person: Person, name: Name): Promise<void> {
  for (const view of views) {
    const page = await person.openPopup(`popup/index.html#${view}`);
    await page.waitFor(`#tab-${view}[aria-selected="true"]`);
    await shootWidths(page, view, name);
    await page.close();
  }
}

/** Each dialog of the identity's page, then more than one identity. */
async function identities(person: Person, name: Name): Promise<void> {
  const page = await person.openPopup('popup/index.html#identity');
  await page.click('[aria-expanded]:not(.tabs *)');
  await page.waitFor('svg.qr');
  await shootWidths(page, 'identity-qr', name);
  await page.click('[aria-expanded]:not(.tabs *)');
  for (const step of ['rename', 'validity', 'export', 'revoke', 'delete']) {
    await page.click(`[aria-describedby="action-${step}"]`);
    await page.waitFor('dialog[open]');
    await shootWidths(page, `identity-${step}`, name);
    await page.press('Escape');
    await page.waitForGone('dialog[open]');
  }
  const [make, bring] = [
    '[aria-labelledby="add-title"] .button',
    '[aria-labelledby="add-title"] .button + .button',
  ];
  await page.click(bring);
  await page.fill('textarea', await secretKey());
  await page.click(`form ${submit}`);
  await page.waitFor('.found');
  await shootWidths(page, 'identity-import', name);
  await page.click(make);
  await page.fill('[aria-labelledby="add-title"] input[maxlength="100"]', 'Alice at work');
  await page.click(`[aria-labelledby="add-title"] ${submit}`);
  await page.waitFor('.list-item + .list-item');
  await shootWidths(page, 'identity-list', name);
  await page.click('.list-item:last-child .button');
  await page.waitFor('#used-title');
  await shootWidths(page, 'identity-second', name);
  await page.close();
  const chatView = await person.openPopup('popup/index.html#chat');
  await chatView.waitFor('select');
  await shootWidths(chatView, 'chat-identity', name);
  await chatView.close();
}

/** Of somebody else's making, under a passphrase. */
async function secretKey(): Promise<string> {
  const made = await generateIdentity({
    name: 'Alice <alice@example.org>',
    version: 4,
    now: Date.now() - 1000,
  });
  return exportSecretKey(made.secretKey, passphrase, 'everywhere');
}

async function chat(demo: Demo, alice: Person, bob: Person, name: Name): Promise<void> {
  for (const person of [alice, bob]) await switchOnSite(person, demo.url);
  const aliceChat = await alice.openPage(demo.chatUrl('alice'));
  const bobChat = await bob.openPage(demo.chatUrl('bob'));
  await aliceChat.bringToFront();
  const pill = await aliceChat.frameWith('button.pill');
  await aliceChat.screenshot(name('pill'));
  await pill.click('button.pill');
  const composer = await aliceChat.frameWith('[data-mode="inviting"]');
  await aliceChat.screenshot(name('inviting'));
  await bobChat.bringToFront();
  const card = await bobChat.frameWith('.card .strong');
  await bobChat.screenshot(name('card'));
  await card.click('.card .strong');
  await bobChat.frameWith('[data-mode="on"]');
  await aliceChat.bringToFront();
  await composer.waitFor('[data-mode="on"]');
  const texts = ['Hi Bob! https://example.org/a', 'two\nlines and `code`', 'שלום, that was Hebrew'];
  for (const text of texts) {
    await composer.insert('textarea', text);
    await composer.press('Enter');
    const empty = () => document.querySelector('textarea')?.value === '';
    await composer.waitForResult('the composer to empty', empty, undefined, 30_000);
  }
  await composer.insert('textarea', 'A draft that takes\nmore than one line\nbefore it is sent');
  const isWhole = () => document.documentElement.scrollHeight <= innerHeight;
  await composer.waitForResult('the composer to have grown', isWhole, undefined);
  await aliceChat.screenshot(name('conversation'));
  await aliceChat.resize(420, 720);
  await aliceChat.screenshot(name('conversation-narrow'));
  await aliceChat.resize(1000, 720);
  const popup = await alice.openPopup();
  await popup.click('.shell-actions button:last-child');
  await popup.waitFor(passphraseField);
  await shootWidths(popup, 'unlock', name);
  await aliceChat.bringToFront();
  await composer.waitFor('.locked');
  await aliceChat.screenshot(name('chat-locked'));
  await popup.bringToFront();
  await popup.fill(passphraseField, passphrase);
  await popup.click(submit);
  await popup.waitFor('[role="tab"]', 60_000);
  await popup.close();
}
