/**
 * Every messenger, on a page built after it: two people who have met talk there, and its server gets to know nothing.
 * What passed stands in docs/SITES.md afterwards.
 */
import { leaksIn } from '../lib/leaks';
import { searchPage } from '../lib/page-search';
import * as people from '../lib/people';
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

for (const page of pages) {
  test(page.id, async ({ couple, server, browserOfProject }) => {
    const { check, finish } = createRecord(page, browserOfProject);
    const { alice, bob } = await couple.open(server, page);
    const { short, lines, long, answer } = texts(page);
    const all = [short, lines, long, answer];
    const bothRead = async (wanted: readonly string[]) => {
      const [hers, his] = await Promise.all(
        [alice, bob].map((at) => people.readAll(at, '[data-scroller]', wanted, 20_000)),
      );
      for (const text of wanted) {
        const byAlice = text === short || text === long;
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
      await people.writeMessage(bob, answer);
      await bothRead([long]);
    });
    await check('scroll', () => bothRead(all));
    await check('reload', async () => {
      await Promise.all([alice.reload(), bob.reload()]);
      await bothRead(all);
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
