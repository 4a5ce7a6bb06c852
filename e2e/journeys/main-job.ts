/** The main job, told once for every messenger: first contact, a conversation, and everything read again later. */
import path from 'node:path';
import type { Page, Person } from '../lib/driver';
import { leaksIn } from '../lib/leaks';
import type { Messenger } from '../lib/messenger';
import { recorder, searchPage } from '../lib/page-search';
import * as people from '../lib/people';
import { results } from '../lib/paths';
import { until } from '../lib/poll';
import { expect, test } from '../lib/test';
import { messages } from './conversation';

const texts = messages.map(({ text }) => text);
const passphrases = { alice: 'harbour violin seventeen moss', bob: 'copper lantern quiet orchard' };

export function mainJob(start: () => Promise<Messenger>): void {
  test.describe.configure({ mode: 'serial' });
  let messenger: Messenger;
  let alice: Person;
  let bob: Person;
  let pages: Record<'alice' | 'bob', Page>;

  const openChats = async () => {
    pages = {
      alice: await alice.openPage(messenger.chatUrl('alice'), { initScript: recorder }),
      bob: await bob.openPage(messenger.chatUrl('bob'), { initScript: recorder }),
    };
  };
  const expectAllReadable = async () => {
    for (const who of ['alice', 'bob'] as const) {
      const states = await people.readAll(pages[who], messenger.scroller, texts);
      for (const { from, text } of messages)
        expect(states.get(text)).toBe(from === who ? 'verified' : 'pinned');
    }
  };

  test.beforeAll(async ({ launch }) => {
    [messenger, alice, bob] = await Promise.all([start(), launch(), launch()]);
  });
  test.afterAll(() => messenger.close());

  test.afterEach(async ({ browserOfProject }, { status, expectedStatus }) => {
    if (status === expectedStatus) return;
    for (const who of ['alice', 'bob'] as const) {
      const file = path.join(results, 'main-job', `failed-${messenger.name}-${browserOfProject}-${who}.png`);
      // A page that is gone leaves no picture, and its test has failed already.
      await pages[who].screenshot(file).catch(() => undefined);
    }
  });

  test('both make an identity, and contact each other in the chat', async () => {
    await Promise.all([
      people.makeIdentity(alice, 'Alice', passphrases.alice),
      people.makeIdentity(bob, 'Bob', passphrases.bob),
    ]);
    await people.switchOnSite(alice, messenger.url);
    await people.switchOnSite(bob, messenger.url);
    await openChats();
    await people.startEncryption(pages.alice);
    await people.acceptInvitation(pages.bob);
    await people.waitUntilEncrypted(pages.alice);
    await people.waitUntilEncrypted(pages.bob);
  });

  test('twenty messages each way arrive as they were written', async ({ browserOfProject }) => {
    test.setTimeout(300_000);
    for (const { from, text } of messages) await people.writeMessage(pages[from], text);
    await expectAllReadable();
    for (const who of ['alice', 'bob'] as const) {
      await pages[who].screenshot(
        path.join(results, 'main-job', `${messenger.name}-${browserOfProject}-${who}.png`),
      );
    }
  });

  test('neither the pages nor the server got to know a word', async () => {
    for (const page of [pages.alice, pages.bob]) expect(leaksIn(await searchPage(page), texts)).toEqual([]);
    expect(leaksIn(await messenger.received(), texts)).toEqual([]);
  });

  test('everything can be read again after a reload', async () => {
    await Promise.all([pages.alice.reload(), pages.bob.reload()]);
    await expectAllReadable();
  });

  test('nothing can be read while Sotto is locked, and everything after unlocking', async () => {
    await people.lock(alice);
    await pages.alice.bringToFront();
    await pages.alice.frameWith('[data-message][data-state="locked"]');
    await until('no text to be left', async () => (await people.readTexts(pages.alice)).length === 0);
    await people.unlock(alice, passphrases.alice);
    await expectAllReadable();
  });

  test('everything can be read again after a restart of the browser', async () => {
    test.setTimeout(240_000);
    await Promise.all([alice.restart(), bob.restart()]);
    await people.unlock(alice, passphrases.alice);
    await people.unlock(bob, passphrases.bob);
    await openChats();
    await expectAllReadable();
    for (const page of [pages.alice, pages.bob]) expect(leaksIn(await searchPage(page), texts)).toEqual([]);
  });

  test('the same search finds what is typed into the page’s own box', async ({ launch }) => {
    const control = 'typed into the box of the messenger';
    const plain = await launch({ extensionDir: null });
    const page = await plain.openPage(messenger.chatUrl('alice'), { initScript: recorder });
    await page.waitFor(messenger.box, 30_000);
    await page.type(messenger.box, control);
    await page.press('Enter');
    await until(
      'the server to have it',
      async () => leaksIn(await messenger.received(), [control]).length === 1,
    );
    expect(leaksIn(await searchPage(page), [control])).toEqual([control]);
    await plain.close();
  });
}
