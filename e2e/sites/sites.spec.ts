/**
 * Every messenger, on a page built after it: two people who have met talk there, and its server gets to know nothing.
 * What passed stands in docs/SITES.md afterwards.
 */
import path from 'node:path';
import { leaksIn } from '../lib/leaks';
import type { Page } from '../lib/driver';
import { byRole } from '../lib/finder';
import { searchPage } from '../lib/page-search';
import { results } from '../lib/paths';
import * as people from '../lib/people';
import { until } from '../lib/poll';
import { expect, test as base } from '../lib/test';
import { pages } from './catalogue';
import type { Chat } from './checks/chat';
import { deleteLast } from './checks/deletes';
import { editLast } from './checks/edits';
import { sendFile } from './checks/files';
import { reportsWorking, survivesRenamedBox, survivesRenamedList } from './checks/health';
import { showsNoCiphertext, stopsOtherWays, waysWithinReach } from './checks/ways';
import { meet, type Couple } from './couple';
import { startSites, type SitesServer } from './framework/server';
import { createRecord } from './record';
import { texts } from './texts';

const test = base.extend<object, { couple: Couple; server: SitesServer }>({
  couple: [
    async ({ launch }, use) => {
      await use(await meet(launch));
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  server: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures wanted from this pattern
    async ({}, use) => {
      const server = await startSites(pages);
      await use(server);
      await server.close();
    },
    { scope: 'worker' },
  ],
});

/** It shows that nothing leaks: what leaked once has leaked, so there is no second try. */
test.describe.configure({ retries: 0 });

for (const page of pages) {
  test(page.id, async ({ couple, server, browserOfProject }) => {
    const { alice, bob } = await couple.open(server, page);
    const chat: Chat = { page, server, alice, bob };
    const { check, finish } = createRecord(page, browserOfProject, async (feature) => {
      const shot = (who: string) =>
        path.join(results, `failed-${browserOfProject}-${page.id}-${feature}-${who}.png`);
      await Promise.all([alice.screenshot(shot('alice')), bob.screenshot(shot('bob'))]);
      return (await Promise.all([alice, bob].map(shownBySotto))).join('\n');
    });
    const has = await alice.waitForResult('the page to be whole', () => testPage.has, undefined);
    const { short, lines, long, answer, mended, draft, file, unsent, unseen } = texts(page);
    const bothRead = async (wanted: readonly string[]) => {
      const [hers, his] = await Promise.all(
        [alice, bob].map((at) => people.readAll(at, '[data-scroller]', wanted, 20_000)),
      );
      for (const text of wanted) {
        const byAlice = text === short || text === long || text === draft;
        expect(hers?.get(text)).toBe(byAlice ? 'verified' : 'pinned');
        expect(his?.get(text)).toBe(byAlice ? 'pinned' : 'verified');
      }
      return [...(hers?.keys() ?? []), ...(his?.keys() ?? [])];
    };
    await check('covers', true, async () => {
      for (const at of [alice, bob]) {
        await people.waitUntilEncrypted(at);
        // What was begun in this chat on the site's other page is its draft here.
        const composer = await people.composerOf(at);
        if ((await people.textIn(composer)) !== '') await composer.fill(people.composerBox, '');
      }
    });
    await check('short', true, async () => {
      await people.writeMessage(alice, short);
      await bothRead([short]);
    });
    await check('lines', true, async () => {
      await people.writeMessage(bob, lines);
      await bothRead([lines]);
    });
    await check('parts', true, async () => {
      await people.writeMessage(alice, long);
      if (!has.quotes) await people.writeMessage(bob, answer);
      await bothRead([long]);
    });
    await check('quote', has.quotes, async () => {
      await bob.evaluate(() => testPage.answerLast(), undefined);
      await people.writeMessage(bob, answer);
      await bothRead([answer]);
      expect(server.messages(page).some(({ replyTo }) => replyTo !== null)).toBe(true);
    });
    await check('edits', has.edits, () => editLast(chat, answer, mended));
    const stand = [short, lines, long, has.edits ? mended : answer];
    await check('files', has.files, () => sendFile(chat, file));
    await check('previews', has.previews || has.quotes, () => showsNoCiphertext(chat));
    await check('ways', has.ways, () => stopsOtherWays(chat));
    await check('scroll', true, async () => {
      await bothRead(stand);
    });
    // A page that is loaded again has forgotten what it heard.
    const heard = await Promise.all([alice, bob].map(searchPage));
    await check('reload', true, async () => {
      server.leaveDraft(page, 'alice', draft);
      await Promise.all([alice.reload(), bob.reload()]);
      const seen = await bothRead(stand);
      if (has.edits) expect(seen).not.toContain(answer);
    });
    let draftParts = 0;
    await check('draft', true, async () => {
      const before = server.messages(page).length;
      await alice.bringToFront();
      const composer = await people.composerOf(alice);
      await composer.click(byRole('button', 'Take it over'));
      await composer.waitForResult(
        'the draft to stand in the composer',
        (text) => document.querySelector('textarea')?.value === text,
        draft,
      );
      await alice.waitForResult(
        'the messenger’s box to be empty',
        () => testPage.boxText() === '',
        undefined,
      );
      await alice.bringToFront();
      await composer.press('Enter');
      await bothRead([draft]);
      draftParts = server.messages(page).length - before;
    });
    await check('deletes', has.deletes, () => deleteLast(chat, draft, draftParts));
    await check('health', true, async () => {
      await reportsWorking(chat, couple.healthOf);
      await Promise.all([
        survivesRenamedBox(chat, couple.healthOf, unsent),
        survivesRenamedList(chat, couple.healthOf, unseen),
      ]);
    });
    await check('silent', true, async () => {
      // Of the draft the server knows: it was left there before Sotto came.
      const all = [short, lines, long, answer, mended, file.name, file.content, unsent, unseen];
      const found = [...heard, ...(await Promise.all([alice, bob].map(searchPage))), server.received(page)];
      for (const text of found) expect(leaksIn(text, all)).toEqual([]);
      expect(server.messages(page).length).toBeGreaterThan(stand.length);
    });
    await Promise.all([alice.close(), bob.close()]);
    expect(await finish()).toEqual([]);
  });
}

test('what is looked for is found where a chat is not encrypted', async ({ couple, server }) => {
  const [page] = pages.filter(({ id }) => id === 'telegram-k');
  if (page === undefined) throw new Error('The page of this control is gone');
  const { alice, bob } = await couple.open(server, page, false);
  const said = 'typed into the box of the messenger';
  const box = '.input-message-input[role="textbox"]';
  await alice.bringToFront();
  // Until Sotto knows that the chat is plain, nothing that is typed gets through.
  await alice.frameWith('button.pill');
  await alice.type(box, said);
  await until('the draft to reach the server', () => leaksIn(server.received(page), [said]).length === 1);
  await alice.press('Enter');
  expect(leaksIn(await searchPage(alice), [said])).toEqual([said]);
  expect(await alice.evaluate(waysWithinReach, undefined)).toEqual(['voice']);
  await alice.click('[data-way="voice"]');
  await until('the voice message to reach the server', () => server.received(page).includes('"type":"way"'));
  await Promise.all([alice.close(), bob.close()]);
});

/** What stands in Sotto's frames, for whoever reads a failure. */
async function shownBySotto(page: Page): Promise<string> {
  const frames = await page.framesWith('body');
  const shown = await Promise.all(
    frames.map((frame) => frame.evaluate(() => document.body.innerText, undefined)),
  );
  return shown.map((text) => text.trim().slice(-300)).join(' | ');
}
