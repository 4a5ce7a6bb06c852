/** A window made narrower and wider again: no word of what is read is cut, and no text of what is written. */
import { startDemo, type Demo } from '../demo/server';
import type { Page, Person } from '../lib/driver';
import * as people from '../lib/people';
import { until } from '../lib/poll';
import { expect, test } from '../lib/test';
import { meet } from './couple';

let demo: Demo;
let page: Page;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async ({ launch }) => {
  let bob: Person;
  const [started, alice, other] = await Promise.all([startDemo(), launch(), launch()]);
  [demo, bob] = [started, other];
  page = await meet(alice, bob, demo);
  const bobAt = await bob.openPage(demo.chatUrl('bob'));
  await people.writeMessage(page, 'one line of some length, said by the one of the two');
  await people.writeMessage(bobAt, 'مرحبا، كيف حالك؟ Let us meet at half past six, by the harbour.');
  await bob.close();
});
test.afterAll(() => demo.close());

/** Pixels of width in the list's order: what the reader draws, and what the page has room for. */
async function widths(): Promise<{ readonly drawn: readonly number[]; readonly room: readonly number[] }> {
  const reader = await page.frameWith('[data-message]');
  const drawn = await reader.evaluate(
    () =>
      [...document.querySelectorAll('article')].map((article) =>
        Math.ceil(Math.max(article.scrollWidth, article.getBoundingClientRect().width)),
      ),
    undefined,
  );
  const room = await page.evaluate(
    () =>
      [...document.querySelectorAll<HTMLElement>('.row:not([hidden]) .message-text')]
        .toSorted((one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top)
        .map((element) => Math.floor(element.getBoundingClientRect().width)),
    undefined,
  );
  return { drawn, room };
}

for (const width of [420, 1000, 360]) {
  test(`at ${width} pixels each message and notice has the width that it is drawn in`, async () => {
    await page.bringToFront();
    await page.resize(width, 720);
    await page.waitForResult('the width', (wanted) => innerWidth === wanted, width);
    await until('all of them to fit', async () => {
      const { drawn, room } = await widths();
      expect(drawn).toHaveLength(4);
      return drawn.length === room.length && drawn.every((wide, index) => wide <= (room[index] ?? 0) + 1);
    });
  });
}

test('the composer is as tall as its text takes at each width', async () => {
  const composer = await people.composerOf(page);
  await composer.insert(
    people.composerBox,
    'a draft that takes one line in a wide window and several in one that is not',
  );
  const lines = () =>
    composer.evaluate(() => {
      const textarea = document.querySelector('textarea');
      return textarea ? [textarea.clientHeight, textarea.scrollHeight] : [];
    }, undefined);
  const heights: number[] = [];
  for (const width of [1000, 420, 1000]) {
    await page.resize(width, 720);
    await page.waitForResult('the width', (wanted) => innerWidth === wanted, width);
    await until('all of the text to be in sight, and no more', async () => {
      const [height = 0, content = 1] = await lines();
      const isFit = height === content && (heights.length !== 1 || height > (heights[0] ?? 0));
      return isFit && (heights.length !== 2 || height === heights[0]);
    });
    heights.push((await lines())[0] ?? 0);
  }
});
