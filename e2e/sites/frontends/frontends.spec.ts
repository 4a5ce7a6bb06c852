/** Chat front ends, from npm and by hand, that no adapter was written for: two people talk in each, through the generic one alone. */
import path from 'node:path';
import type { Page, Person } from '../../lib/driver';
import { leaksIn } from '../../lib/leaks';
import { recorder, searchPage } from '../../lib/page-search';
import { results } from '../../lib/paths';
import * as people from '../../lib/people';
import { acquaint, openEncrypted } from '../../lib/seeded';
import { expect, test } from '../../lib/test';
import { startFrontend } from './server';

const frontEnds = [
  'chatscope.tsx',
  'stream.tsx',
  'webchat.tsx',
  'deep-chat.ts',
  'elements.tsx',
  'hand-made.ts',
  'one-line.ts',
];
const long = Array.from({ length: 90 }, (_, index) => `sentence number ${index}`).join(', ');
const talk = [
  { from: 'alice', text: 'short and plain from Alice' },
  { from: 'bob', text: 'Bob answers on\ntwo lines,\n\n  and indents' },
  { from: 'alice', text: `Alice at length: ${long}` },
  { from: 'bob', text: 'Bob says goodbye 👋' },
] as const;
const texts = talk.map(({ text }) => text);

let alice: Person;
let bob: Person;

test.beforeAll(async ({ launch }) => {
  [alice, bob] = await Promise.all([launch(), launch()]);
  await acquaint(alice, bob);
});

for (const file of frontEnds) {
  test(`two people talk in ${file.replace(/\.tsx?$/, '')}`, async ({ browserOfProject }) => {
    const frontEnd = await startFrontend(file);
    const pages: Partial<Record<'alice' | 'bob', Page>> = {};
    try {
      pages.alice = await openEncrypted(alice, frontEnd.chatUrl('alice'), recorder);
      pages.bob = await openEncrypted(bob, frontEnd.chatUrl('bob'), recorder);
      for (const { from, text } of talk) await people.writeMessage(pages[from] as Page, text);
      for (const page of [pages.alice, pages.bob]) {
        await page.bringToFront();
        const missing = async () => {
          const read = (await people.readTexts(page)).map(({ text }) => text);
          return texts.filter((text) => !read.includes(text));
        };
        await expect.poll(missing, { timeout: 30_000 }).toEqual([]);
        expect(leaksIn(await searchPage(page), texts)).toEqual([]);
      }
      expect(leaksIn(await frontEnd.received(), texts)).toEqual([]);
    } finally {
      for (const [who, page] of Object.entries(pages)) {
        await page.screenshot(
          path.join(results, 'frontends', `${frontEnd.name}-${browserOfProject}-${who}.png`),
        );
        await page.close();
      }
      await frontEnd.close();
    }
  });
}
