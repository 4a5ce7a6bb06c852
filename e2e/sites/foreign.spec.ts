/**
 * Every messenger in a language that is written from right to left: nothing that Sotto knows of a site may rest on its
 * English words, and each text is read where its ciphertext stands.
 */
import { leaksIn } from '../lib/leaks';
import type { Page } from '../lib/driver';
import { searchPage } from '../lib/page-search';
import { results } from '../lib/paths';
import * as people from '../lib/people';
import { expect, test as base } from '../lib/test';
import { pages } from './catalogue';
import { meet, type Couple } from './couple';
import { startSites, type SitesServer } from './framework/server';

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
      const server = await startSites(pages, { foreign: true });
      await use(server);
      await server.close();
    },
    { scope: 'worker' },
  ],
});

test.describe.configure({ retries: 0 });

for (const page of pages) {
  test(`${page.id} in Arabic`, async ({ couple, server, browserOfProject }) => {
    const { alice, bob } = await couple.open(server, page);
    const said = [`Alice writes on ${page.id}`, 'شكرا، كل شيء على ما يرام هنا'];
    for (const at of [alice, bob]) await people.waitUntilEncrypted(at);
    await people.writeMessage(alice, said[0] ?? '');
    await people.writeMessage(bob, said[1] ?? '');
    for (const at of [alice, bob]) {
      await people.readAll(at, '[data-scroller]', said, 20_000);
      expect(await labelsInEnglish(at)).toEqual([]);
      expect(leaksIn(await searchPage(at), said)).toEqual([]);
      await at.screenshot(
        `${results}/foreign/${page.id}-${browserOfProject}-${at === alice ? 'alice' : 'bob'}.png`,
      );
    }
    expect(leaksIn(server.received(page), said)).toEqual([]);
    await Promise.all([alice.close(), bob.close()]);
  });
}

/** What is still labelled in English, but for an editor's own tools: then the page shows nothing. */
function labelsInEnglish(page: Page): Promise<string[]> {
  return page.evaluate(
    () =>
      [...document.querySelectorAll('[aria-label], [placeholder]')].flatMap((element) => {
        const label = element.getAttribute('aria-label') ?? element.getAttribute('placeholder') ?? '';
        return /[a-z]{3}/i.test(label) && !element.matches('.ck-toolbar') ? [label] : [];
      }),
    undefined,
  );
}
