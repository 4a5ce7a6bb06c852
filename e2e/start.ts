/** Alice and Bob in one chat of the demo messenger, both with Sotto: to try by hand, or played by itself. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startDemo, type Demo } from './demo/server';
import { launchPerson, type BrowserName, type Page, type Person } from './lib/driver';
import { leaksIn } from './lib/leaks';
import { results } from './lib/paths';
import {
  acceptInvitation,
  makeIdentity,
  readAll,
  startEncryption,
  switchOnSite,
  waitUntilEncrypted,
  writeMessage,
} from './lib/people';

interface StartOptions {
  readonly browser: BrowserName;
  readonly headless: boolean;
}

const list = '[role="log"]';

export const conversation: readonly { readonly from: 'alice' | 'bob'; readonly text: string }[] = [
  { from: 'alice', text: 'Hi Bob! Nobody but the two of us can read this.' },
  { from: 'bob', text: 'Good. Then let me tell you where we meet:' },
  { from: 'bob', text: 'Saturday, 18:30\nthe small café behind the old harbour 🌊\nbring the blue notebook' },
  { from: 'alice', text: 'שלום! I will be there, and so will Carol ☕' },
  { from: 'alice', text: 'if (rain) {\n  return "the library instead";\n}' },
  { from: 'bob', text: 'Perfect. See you at the harbour.' },
];

/** The exit code: 0 when everything went as it should. */
export async function start({ browser, headless }: StartOptions): Promise<number> {
  const demo = await startDemo();
  const folder = await mkdtemp(path.join(tmpdir(), 'sotto-start-'));
  const open = (name: string) => launchPerson({ browser, headless, profileDir: path.join(folder, name) });
  const people: Person[] = [];
  try {
    for (const name of ['alice', 'bob']) people.push(await open(name));
    const [alice, bob] = people;
    if (alice === undefined || bob === undefined) throw new Error('Two people are needed');
    return headless ? await play(demo, alice, bob) : await show(demo, alice, bob);
  } finally {
    await Promise.all(people.map((person) => person.close()));
    await demo.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function show(demo: Demo, alice: Person, bob: Person): Promise<number> {
  await switchOnSite(alice, demo.url);
  await switchOnSite(bob, demo.url);
  await alice.openPage(demo.chatUrl('alice'));
  await bob.openPage(demo.chatUrl('bob'));
  await alice.openPopup();
  await bob.openPopup();
  console.log(`
Two windows are open: Alice's and Bob's, in one chat at ${demo.url}. Each has Sotto, already switched on there.

  1. In each window, in the tab "Sotto": choose a name and a passphrase, and create the identity.
  2. Alice, in the chat's tab: press "Start encryption" beside the box.
  3. Bob: press "Accept" on the card that appears.
  4. Write to each other. What the server gets is printed here.

Close both windows, or press Ctrl+C here, to end.
`);
  let printed = 0;
  const printing = setInterval(() => {
    for (const { user, body } of demo.log.slice(printed)) {
      if (body.startsWith('{"type":"send"') || body.startsWith('{"type":"draft"'))
        console.log(`server, from ${user}: ${body}`);
    }
    printed = demo.log.length;
  }, 300);
  await Promise.race([
    Promise.all([alice.closed(), bob.closed()]),
    new Promise<void>((stop) => {
      process.once('SIGINT', () => stop());
    }),
  ]);
  clearInterval(printing);
  return 0;
}

async function play(demo: Demo, alice: Person, bob: Person): Promise<number> {
  const shots = path.join(results, 'start');
  await rm(shots, { recursive: true, force: true });
  await mkdir(shots, { recursive: true });
  const texts = conversation.map(({ text }) => text);

  console.log('Alice and Bob make their identities');
  await Promise.all([
    makeIdentity(alice, 'Alice', 'harbour violin seventeen moss'),
    makeIdentity(bob, 'Bob', 'copper lantern quiet orchard'),
  ]);
  await switchOnSite(alice, demo.url);
  await switchOnSite(bob, demo.url);
  const pages = {
    alice: await alice.openPage(demo.chatUrl('alice')),
    bob: await bob.openPage(demo.chatUrl('bob')),
  };
  const shoot = async (name: string) => {
    for (const [who, page] of Object.entries(pages))
      await page.screenshot(path.join(shots, `${name}-${who}.png`));
  };

  try {
    console.log('Alice sends an invitation, Bob accepts');
    await startEncryption(pages.alice);
    await acceptInvitation(pages.bob);
    await waitUntilEncrypted(pages.alice);
    await waitUntilEncrypted(pages.bob);
    await shoot('1-first-contact');
    for (const { from, text } of conversation) await writeMessage(pages[from], text);
    const read = { alice: await readable(pages.alice, texts), bob: await readable(pages.bob, texts) };
    await shoot('2-conversation');
    return report(demo, texts, read);
  } catch (error) {
    await shoot('failed').catch(() => undefined);
    throw error;
  }
}

/** State of each text as this person reads it; empty when not all could be read. */
async function readable(page: Page, texts: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return readAll(page, list, texts).catch((error: unknown) => {
    console.error(String(error));
    return new Map<string, string>();
  });
}

function report(
  demo: Demo,
  texts: readonly string[],
  read: Readonly<Record<'alice' | 'bob', ReadonlyMap<string, string>>>,
): number {
  const indent = (text: string) => text.replaceAll('\n', '\n        ');
  const shorten = (text: string) =>
    text.length > 110 ? `${text.slice(0, 110)}… (${text.length} characters)` : text;
  console.log('\nWhat the server saw in this chat:');
  for (const { from, text } of demo.messages('alice-bob'))
    console.log(`  ${from.padEnd(5)} ${indent(shorten(text))}`);
  for (const who of ['alice', 'bob'] as const) {
    console.log(`\nWhat ${who} saw:`);
    for (const { from, text } of conversation) {
      console.log(
        `  ${from.padEnd(5)} ${read[who].has(text) ? indent(text) : '(not readable)'}   [${read[who].get(text) ?? '-'}]`,
      );
    }
  }
  const received = demo.log.map(({ body }) => body).join('\n');
  const leaked = leaksIn(received, texts);
  const trusted = (state: string | undefined) => state === 'verified' || state === 'pinned';
  const allRead = texts.every((text) => trusted(read.alice.get(text)) && trusted(read.bob.get(text)));
  console.log(`
Messages readable for both: ${allRead ? 'all' : 'NOT ALL'} of ${texts.length}
Plaintext in all that the server received (${demo.log.length} requests and messages): ${leaked.length === 0 ? 'none' : leaked.join(' | ')}
Screenshots: e2e/results/start/`);
  return allRead && leaked.length === 0 ? 0 : 1;
}
