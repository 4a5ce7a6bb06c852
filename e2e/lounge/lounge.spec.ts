/** Two people talk in The Lounge over a real IRC server: a line is some 350 characters, so each message is many. */
import path from 'node:path';
import type { Page, Person } from '../lib/driver';
import { leaksIn } from '../lib/leaks';
import type { Messenger } from '../lib/messenger';
import { recorder, searchPage } from '../lib/page-search';
import { results } from '../lib/paths';
import * as people from '../lib/people';
import { until } from '../lib/poll';
import { acquaint, encryptOpenChat } from '../lib/seeded';
import { expect, test } from '../lib/test';
import { password, startLounge } from './lounge';

const long = Array.from({ length: 60 }, (_, index) => `sentence number ${index}`).join(', ');
const talk = [
  { from: 'alice', text: 'a short line over IRC' },
  { from: 'bob', text: 'Bob answers on\ntwo lines' },
  { from: 'alice', text: `Alice at length: ${long}` },
  { from: 'bob', text: 'Bob says goodbye 👋' },
] as const;
const texts = talk.map(({ text }) => text);

let lounge: Messenger;
let pages: Record<'alice' | 'bob', Page>;

/** Signs in and opens the channel. */
async function arrive(person: Person, name: 'alice' | 'bob'): Promise<Page> {
  await people.switchOnSite(person, lounge.url);
  const page = await person.openPage(lounge.chatUrl(name), { initScript: recorder });
  await page.bringToFront();
  await page.fill('#signin-username', name);
  await page.fill('#signin-password', password);
  await page.click('#sign-in button[type="submit"]');
  await page.click('.channel-list-item[data-name="#one"]');
  await page.waitFor(lounge.box);
  await encryptOpenChat(person, page, lounge.url);
  return page;
}

test.beforeAll(async ({ launch }) => {
  let alice: Person;
  let bob: Person;
  [lounge, alice, bob] = await Promise.all([startLounge(), launch(), launch()]);
  await acquaint(alice, bob);
  pages = { alice: await arrive(alice, 'alice'), bob: await arrive(bob, 'bob') };
});
test.afterAll(() => lounge.close());

test('messages in many lines arrive as they were written, and no server has a word', async ({
  browserOfProject,
}) => {
  test.setTimeout(240_000);
  try {
    for (const { from, text } of talk) await people.writeMessage(pages[from], text);
    for (const page of [pages.alice, pages.bob]) {
      await people.readAll(page, lounge.scroller, texts);
      expect(leaksIn(await searchPage(page), texts)).toEqual([]);
    }
    expect(leaksIn(await lounge.received(), texts)).toEqual([]);
    await until('the ciphertext in the logs', async () => /QzSotto.*QzSotto/s.test(await lounge.received()));
  } finally {
    for (const who of ['alice', 'bob'] as const)
      await pages[who].screenshot(path.join(results, 'lounge', `${browserOfProject}-${who}.png`));
  }
});

test('the same search finds what is written in the clear', async ({ launch }) => {
  const control = 'said in the clear for once';
  const plain = await launch({ extensionDir: null });
  const page = await plain.openPage(lounge.chatUrl('alice'), { initScript: recorder });
  await page.fill('#signin-username', 'alice');
  await page.fill('#signin-password', password);
  await page.click('#sign-in button[type="submit"]');
  await page.click('.channel-list-item[data-name="#one"]');
  await page.type(lounge.box, control);
  await page.press('Enter');
  await until(
    'both servers to have it',
    async () => leaksIn(await lounge.received(), [control]).length === 1,
  );
  await plain.close();
});
