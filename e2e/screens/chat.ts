/** What stands in the chat: the way to an encrypted one, the composer in its states, and the reader. */
import type { Page } from '../lib/driver';
import { armorCertificate } from '../../src/openpgp/armor';
import { generateIdentity } from '../../src/openpgp/identity';
import { withCore } from '../lib/core-ask';
import { shootViews } from './popup';
import { box, clear, composerIn, emptied, say, shootChat, type Stage } from './stage';

const messengersBox = 'footer [contenteditable][role="textbox"]';
const manyLines = Array.from({ length: 14 }, (_, line) => `line ${line + 1} of a long message`).join('\n');
const long = Array.from({ length: 60 }, (_, index) => `sentence ${index} of a long message`).join(', ');

/** The two make contact, unseen. */
export async function meet(here: Page, there: Page): Promise<void> {
  await here.bringToFront();
  await (await here.frameWith('button.pill')).click('button.pill');
  await composerIn(here, 'inviting');
  await there.bringToFront();
  const accept = '.card .strong[aria-disabled="false"]';
  await (await there.frameWith(accept)).click(accept);
  await composerIn(there);
}

/** The pill, the invitation as both see it and as somebody without Sotto sees it, and the answer. */
export async function shootMeeting(stage: Stage, here: Page, there: Page): Promise<void> {
  await here.bringToFront();
  const pill = await here.frameWith('button.pill');
  await shootChat(stage, here, 'pill');
  await here.type(messengersBox, 'begun before Sotto');
  await pill.click('button.pill');
  const inviting = await composerIn(here, 'inviting');
  await inviting.waitFor('.question');
  await shootChat(stage, here, 'inviting');
  await inviting.click('.question .link:last-of-type');
  await there.bringToFront();
  const card = await there.frameWith('.card .strong');
  await shootChat(stage, there, 'card');
  await card.click('.card .strong[aria-disabled="false"]');
  await composerIn(there);
  await shootChat(stage, there, 'accepted');
  const plain = await stage.launch('carol', false);
  const seen = await plain.openPage(`${stage.demo.url}/chat/alice-bob?user=bob`);
  await seen.waitForText('Sotto');
  await shootChat(stage, seen, 'without-sotto');
  await plain.close();
}

/** Both write, in scripts of both directions. */
export async function talk(here: Page, there: Page): Promise<void> {
  for (const text of ['Hi Bob! https://example.org/a', 'two\nlines and `code`', 'שלום, that was Hebrew'])
    await say(here, text);
  for (const text of ['Hello Alice', 'مرحبا، كيف حالك؟ Let us meet at 18:30.']) await say(there, text);
  await here.bringToFront();
  await here.frameWith('[data-state="pinned"]');
}

/** The box while one writes, and all that it says. */
export async function composer(stage: Stage, page: Page): Promise<void> {
  await page.bringToFront();
  const written = await composerIn(page);
  const shoot = (what: string) => shootChat(stage, page, `composer-${what}`);
  await written.insert(box, 'A draft that takes\nmore than one line');
  await shoot('typing');
  await clear(written);
  await written.insert(box, manyLines);
  await shoot('long');
  await clear(written);
  await written.insert(box, 'שלום, זו טיוטה בעברית');
  await shoot('right-to-left');
  await clear(written);
  await written.click('.below .bare');
  await shoot('more');
  await written.click('.ways-out .link[aria-disabled="false"]');
  await written.waitFor('.question');
  await shoot('turn-off');
  await written.click('.question .link:last-of-type');
  await page.click('button.voice');
  await written.waitFor('#status[data-tone="warn"]');
  await shoot('stopped');
  await written.click(box);
  await written.keys('seen by nobody else');
  await page.evaluate((css) => document.querySelector<HTMLElement>(css)?.focus(), messengersBox);
  await written.waitFor('#status[data-tone="bad"]');
  await shoot('focus-taken');
  await written.click(box);
  await written.press('Enter');
  await written.press('Enter');
  await emptied(written);
}

/** A chat of several, with long names. */
export async function group(stage: Stage, page: Page): Promise<void> {
  const { alice, demo } = stage;
  await page.goto(demo.chatUrl('alice', 'book-club'));
  await page.frameWith('button.pill');
  const names = ['Dr. Maximiliane von und zu Hohenstein-Sonnenberg', 'كريم', 'Carol'];
  const certificates = await Promise.all(
    names.map(async (name) => {
      const { certificate } = await generateIdentity({ name, version: 6, now: Date.now() });
      return armorCertificate(certificate);
    }),
  );
  await withCore(alice, async (ask) => {
    for (const armored of certificates) await ask('contacts.add', { armored });
    const members = (await ask('contacts.list', {})).map(({ contact }) => contact);
    const { chat } = await ask('chat.current', {});
    if (chat) await ask('chat.set', { conversation: chat.conversation, on: true, members });
  });
  await page.bringToFront();
  await composerIn(page);
  await shootChat(stage, page, 'composer-group');
  await shootViews(stage, 'group', ['chat', 'contacts']);
  await page.goto(demo.chatUrl('alice'));
  await composerIn(page);
}

/** An own message edited, and one that Sotto did not write. */
export async function edit(stage: Stage, page: Page): Promise<void> {
  const { demo } = stage;
  const press = async (id: string) => {
    await page.bringToFront();
    await page.click(`[data-message-id="${id}"] button[aria-label="Edit"]`);
  };
  await say(page, 'a mistacke');
  await press(demo.messages('alice-bob').at(-1)?.id ?? '');
  const written = await composerIn(page);
  await written.waitForResult(
    'the old text',
    () => document.querySelector('textarea')?.value.includes('mistacke'),
    undefined,
  );
  await shootChat(stage, page, 'edit-own');
  await written.click(box);
  await written.press('Escape');
  await emptied(await composerIn(page));
  demo.seed('alice-bob', [{ from: 'alice', text: 'written without Sotto' }]);
  const id = demo.messages('alice-bob').at(-1)?.id ?? '';
  await page.waitFor(`[data-message-id="${id}"]`);
  await press(id);
  const foreign = await composerIn(page);
  await foreign.waitFor('#status[data-tone="warn"]');
  await shootChat(stage, page, 'edit-foreign');
  await foreign.click(box);
  await foreign.press('Escape');
  await foreign.waitForGone('#status[data-tone="warn"]');
}

/** A messenger that takes short messages only. The page is loaded anew for it, and left so. */
export async function parts(stage: Stage, page: Page): Promise<void> {
  await stage.demo.set({ limit: 700 });
  await page.reload();
  const written = await composerIn(page);
  await written.insert(box, long.slice(0, 230));
  await shootChat(stage, page, 'parts-nearly');
  await clear(written);
  await written.insert(box, long);
  await shootChat(stage, page, 'parts-counted');
  await clear(written);
  await written.insert(box, long.repeat(4));
  await written.press('Enter');
  await written.waitFor('#status[data-tone="warn"]');
  await shootChat(stage, page, 'parts-many');
  await clear(written);
  await stage.demo.set({ limit: null });
  await page.reload();
  await composerIn(page);
}

/** Messages that are not what they should be. */
export async function reader(stage: Stage, page: Page): Promise<void> {
  const { demo } = stage;
  const bobs = demo.messages('alice-bob').filter(({ from }) => from === 'bob');
  const last = bobs.at(-1)?.text ?? '';
  const middle = Math.floor(last.length / 2);
  const damaged = `${last.slice(0, middle)}${last[middle] === 'a' ? 'b' : 'a'}${last.slice(middle + 1)}`;
  demo.seed('alice-bob', [
    { from: 'bob', text: last },
    { from: 'bob', text: damaged },
    { from: 'bob', text: 'written without Sotto' },
  ]);
  await page.bringToFront();
  await page.frameWith('[data-state="replayed"]');
  await page.frameWith('[data-state="damaged"]');
  await shootChat(stage, page, 'reader-bad');
  demo.seed('book-club', [{ from: 'bob', text: last }]);
  await page.goto(demo.chatUrl('alice', 'book-club'));
  await page.frameWith('[data-state="wrong-chat"]');
  await shootChat(stage, page, 'reader-other-chat');
  await page.goto(demo.chatUrl('alice'));
  await composerIn(page);
}
