/**
 * Every messenger, on a page built after it: two people who have met talk there, and its server gets to know nothing.
 * What passed stands in docs/SITES.md afterwards.
 */
import { leaksIn } from '../lib/leaks';
import type { Page } from '../lib/driver';
import { byRole } from '../lib/finder';
import { searchPage } from '../lib/page-search';
import * as people from '../lib/people';
import { until } from '../lib/poll';
import { expect, test as base } from '../lib/test';
import { pages } from './catalogue';
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
    const { check, absent, finish } = createRecord(page, browserOfProject, async () =>
      (await Promise.all([alice, bob].map(shownBySotto))).join('\n'),
    );
    const { short, lines, long, answer } = texts(page);
    const all = [short, lines, long, answer];
    const draft = `Alice had begun this on ${page.id}`;
    const bothRead = async (wanted: readonly string[]) => {
      const [hers, his] = await Promise.all(
        [alice, bob].map((at) => people.readAll(at, '[data-scroller]', wanted, 20_000)),
      );
      for (const text of wanted) {
        const byAlice = text === short || text === long || text === draft;
        expect(hers?.get(text)).toBe(byAlice ? 'verified' : 'pinned');
        expect(his?.get(text)).toBe(byAlice ? 'pinned' : 'verified');
      }
    };
    await check('covers', async () => {
      await people.waitUntilEncrypted(alice);
      await people.waitUntilEncrypted(bob);
    });
    await check('short', async () => {
      await people.writeMessage(alice, short);
      await bothRead([short]);
    });
    await check('lines', async () => {
      await people.writeMessage(bob, lines);
      await bothRead([lines]);
    });
    await check('parts', async () => {
      await people.writeMessage(alice, long);
      await bothRead([long]);
    });
    const { quotes, previews, ways } = await alice.evaluate(
      () => ({ quotes: testPage.hasQuotes, previews: testPage.hasPreviews, ways: testPage.hasWays }),
      undefined,
    );
    if (!quotes) absent('quote');
    else
      await check('quote', async () => {
        await bob.evaluate(() => testPage.answerLast(), undefined);
        await people.writeMessage(bob, answer);
        await bothRead([answer]);
        expect(server.messages(page).some(({ replyTo }) => replyTo !== null)).toBe(true);
      });
    if (!previews && !quotes) absent('previews');
    else
      await check('previews', async () => {
        for (const at of [alice, bob])
          await at.waitForResult('no start of a ciphertext to be seen', noWallOfCharacters, undefined);
      });
    if (!ways) absent('ways');
    else
      await check('ways', async () => {
        for (const way of await alice.evaluate(waysWithinReach, undefined))
          await alice.click(`[data-way="${way}"]`);
        expect(server.received(page)).not.toContain('"type":"way"');
      });
    await check('scroll', async () => {
      if (!quotes) await people.writeMessage(bob, answer);
      await bothRead(all);
    });
    await check('reload', async () => {
      server.leaveDraft(page, 'alice', draft);
      await Promise.all([alice.reload(), bob.reload()]);
      await bothRead(all);
    });
    await check('draft', async () => {
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
    });
    await check('silent', async () => {
      for (const at of [alice, bob]) expect(leaksIn(await searchPage(at), all)).toEqual([]);
      expect(leaksIn(server.received(page), all)).toEqual([]);
      expect(server.messages(page).length).toBeGreaterThan(all.length);
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
  await alice.type(box, said);
  await until('the draft to reach the server', () => leaksIn(server.received(page), [said]).length === 1);
  await alice.press('Enter');
  expect(leaksIn(await searchPage(alice), [said])).toEqual([said]);
  expect(await alice.evaluate(waysWithinReach, undefined)).toEqual(['voice']);
  await alice.click('[data-way="voice"]');
  await until('the voice message to reach the server', () => server.received(page).includes('"type":"way"'));
  await Promise.all([alice.close(), bob.close()]);
});

/** In the page: whether all that shows the start of a message, and the tab's title, show something that can be read. */
function noWallOfCharacters(): boolean {
  const isSeen = (text: Node) => {
    const range = document.createRange();
    range.selectNodeContents(text);
    return range.getBoundingClientRect().width > 0;
  };
  const starts = [...document.querySelectorAll<HTMLElement>('[data-start]')];
  const walls = starts.flatMap(({ childNodes }) =>
    [...childNodes].filter((node) => (node.textContent ?? '').includes('QzSotto1') && isSeen(node)),
  );
  return walls.length === 0 && !document.title.includes('QzSotto1');
}

/** In the page: which other ways to send a press of the pointer would reach. */
function waysWithinReach(): string[] {
  return [...document.querySelectorAll<HTMLElement>('[data-way]')].flatMap((control) => {
    const { x, y, width, height } = control.getBoundingClientRect();
    const hit = document.elementFromPoint(x + width / 2, y + height / 2);
    return control.contains(hit) ? [control.dataset['way'] ?? ''] : [];
  });
}

/** What stands in Sotto's frames, for whoever reads a failure. */
async function shownBySotto(page: Page): Promise<string> {
  const frames = await page.framesWith('body');
  const shown = await Promise.all(
    frames.map((frame) => frame.evaluate(() => document.body.innerText, undefined)),
  );
  return shown.map((text) => text.trim().slice(-300)).join(' | ');
}

/** What a test page offers the suite. */
declare const testPage: {
  readonly boxText: () => string;
  readonly answerLast: () => void;
  readonly hasQuotes: boolean;
  readonly hasPreviews: boolean;
  readonly hasWays: boolean;
};
