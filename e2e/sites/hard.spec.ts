/**
 * Pages that are hard to read or to write in, by the generic script alone, and with facts about none of them. What is
 * asked each time: every plaintext stands over its own ciphertext, and what the person writes goes out encrypted only.
 */
import type { Page, Person } from '../lib/driver';
import { leaksIn } from '../lib/leaks';
import { recorder, searchPage } from '../lib/page-search';
import { results } from '../lib/paths';
import * as people from '../lib/people';
import { encryptOpenChat } from '../lib/seeded';
import { expect, test } from '../lib/test';
import { scan } from '../../src/wire/scanner';
import { settleIn, type Correspondent } from './editors/chats';
import type { LayoutName } from './hard/layouts';
import { seenAt } from './hard/seen-at';
import { startHardPages, type HardPages } from './hard/server';

/** It shows that nothing leaks: what leaked once has leaked, so there is no second try. */
test.describe.configure({ retries: 0 });

const secrets = [
  'the first of them, in one line',
  'the second of them\nin two',
  `the third of them, ${'and more of it '.repeat(20).trim()}`,
  'the fourth',
  `the fifth, ${'which is longer than most '.repeat(8).trim()}`,
  'the sixth\n\nwith a gap',
];

let pages: HardPages;
let person: Person;
let bob: Correspondent;
let page: Page;
/** The ciphertext of each secret, in the chat of the plain page. */
let wires: readonly string[] = [];

test.beforeAll(async ({ launch }) => {
  pages = await startHardPages();
  person = await launch();
  bob = await settleIn(person, pages.origin);
  await open('plain');
  for (const secret of secrets) await people.writeMessage(page, secret);
  wires = await page.texts('.text');
  await page.close();
});
test.afterEach(async ({ browserOfProject }, { title }) => {
  await page.screenshot(`${results}/hard/${browserOfProject}-${title}.png`);
  expect(leaksIn(await searchPage(page), secrets)).toEqual([]);
  await page.close();
});
test.afterAll(() => pages.close());

/** Opens the page, whose chat is encrypted. */
async function open(name: LayoutName): Promise<void> {
  page = await person.openPage(pages.url(name), { initScript: recorder });
  await encryptOpenChat(person, page, pages.url(name));
}

/** The plain page with these of the messages in its list. */
async function openWith(which: readonly string[]): Promise<void> {
  await open('plain');
  await page.evaluate((all) => {
    const list = document.querySelector('[role="log"]');
    for (const wire of all) {
      const text = document.createElement('div');
      text.className = 'text';
      text.textContent = wire;
      const row = document.createElement('div');
      row.className = 'row';
      row.append(text);
      list?.append(row);
    }
  }, which);
}

/** Until each ciphertext has its own plaintext over it, and no other. */
async function expectInPlace(texts: readonly (string | null)[]): Promise<void> {
  await expect.poll(() => seenAt(page, '.text'), { timeout: 15_000 }).toEqual(texts);
}

/** Writes the first two and reads them where they stand. */
async function talk(): Promise<void> {
  const said = secrets.slice(0, 2);
  for (const text of said) await people.writeMessage(page, text);
  await expectInPlace(said);
}

test('a page with several editors: the box of the chat is covered, and no other', async () => {
  await open('several');
  await talk();
  expect((await page.framesWith(people.composerBox)).length).toBe(1);
  for (const field of ['[type="search"]', '[type="text"]', '.comment']) {
    await page.type(field, `typed in ${field}`);
    const typed = (css: string) => {
      const element = document.querySelector(css);
      return element instanceof HTMLInputElement ? element.value : element?.textContent;
    };
    expect(await page.evaluate(typed, field)).toBe(`typed in ${field}`);
  }
  expect(await page.text('.chat')).toBe('');
});

for (const name of ['arabic', 'german'] as const) {
  test(`a page in another language: ${name}`, async () => {
    await open(name);
    await talk();
  });
}

for (const name of ['isolated', 'bare', 'sealed'] as const) {
  test(`a page with strict headers: ${name}`, async () => {
    await open(name);
    await talk();
  });
}

test('scrollers in scrollers', async () => {
  await open('nested');
  const scroll = ([outer = 0, inner = 0]: readonly number[]) => {
    document.querySelector('.outer')?.scrollTo(0, outer);
    document.querySelector('[role="log"]')?.scrollTo(0, inner);
  };
  await page.evaluate(scroll, [700, 0]);
  await talk();
  for (const places of [
    [300, 0],
    [700, 20],
    [650, 10_000],
  ]) {
    await page.evaluate(scroll, places);
    await expectInPlace(secrets.slice(0, 2));
  }
});

test('two lists: what is shown again elsewhere is read in the chat alone', async () => {
  await open('lists');
  await talk();
  await page.evaluate(() => {
    const text = document.createElement('p');
    text.textContent = document.querySelector('.text')?.textContent ?? '';
    document.querySelector('.pinned')?.append(text);
  }, undefined);
  await people.writeMessage(page, secrets[3] ?? '');
  await expectInPlace([secrets[0] ?? '', secrets[1] ?? '', secrets[3] ?? '']);
  const shown = (await people.readTexts(page)).map(({ text }) => text);
  expect(shown.filter((text) => text === secrets[0])).toHaveLength(1);
});

test('rows are recycled: a place shows what stands in it now', async () => {
  await openWith(wires);
  await expectInPlace(secrets);
  const turned = [...secrets.slice(3), ...secrets.slice(0, 3)];
  // By new text in the same node, by a new node, and by new children of the row.
  await page.evaluate(
    (all) => {
      for (const [at, element] of document.querySelectorAll('.text').entries()) {
        const wire = all[at] ?? '';
        if (at % 3 === 0) element.firstChild?.replaceWith(wire);
        else if (at % 3 === 1 && element.firstChild instanceof Text) element.firstChild.data = wire;
        else {
          const fresh = document.createElement('div');
          fresh.className = 'text';
          fresh.textContent = wire;
          element.replaceWith(fresh);
        }
      }
    },
    [...wires.slice(3), ...wires.slice(0, 3)],
  );
  await expectInPlace(turned);
});

test('a recycled row shows nothing of the message before when it holds plain text', async () => {
  await openWith(wires.slice(0, 3));
  await expectInPlace(secrets.slice(0, 3));
  await page.evaluate(() => {
    const [, second] = document.querySelectorAll('.text');
    if (second) second.textContent = 'said by the page in the clear';
  }, undefined);
  await expectInPlace([secrets[0] ?? '', null, secrets[2] ?? '']);
  expect(
    await page.evaluate(
      () => document.querySelectorAll('.text')[1]?.checkVisibility({ visibilityProperty: true }),
      undefined,
    ),
  ).toBe(true);
});

test('while the reader is slow, a recycled row shows nothing of the message before', async ({
  browserOfProject,
}) => {
  await openWith(wires.slice(0, 3));
  await expectInPlace(secrets.slice(0, 3));
  const reader = await page.frameWith('[data-message]');
  // The frame shows what it has shown for as long as it has no time for anything else.
  const busy = reader.evaluate(() => {
    const end = performance.now() + 2000;
    while (performance.now() < end);
    return performance.now();
  }, undefined);
  const over = () =>
    page.evaluate(
      () =>
        [...document.querySelectorAll('.text')].map((element) => {
          const { x, y } = element.getBoundingClientRect();
          return document.elementFromPoint(x + 5, y + 5)?.hasAttribute('data-overlay') ?? false;
        }),
      undefined,
    );
  expect(await over()).toEqual([true, true, true]);
  await page.evaluate(
    (wire) =>
      new Promise((drawn) => {
        const [, second] = document.querySelectorAll('.text');
        if (second) second.textContent = wire;
        requestAnimationFrame(() => requestAnimationFrame(drawn));
      }),
    wires[3] ?? '',
  );
  // In Firefox the frame shares the page's thread: nobody sees what is between.
  if (browserOfProject === 'chromium') expect(await over()).toEqual([true, false, true]);
  await busy;
  await expectInPlace([secrets[0] ?? '', secrets[3] ?? '', secrets[2] ?? '']);
});

test('the whole list is built anew', async () => {
  await openWith(wires);
  await expectInPlace(secrets);
  for (let times = 0; times < 3; times += 1) {
    await page.evaluate((all) => {
      const fresh = document.createElement('div');
      fresh.setAttribute('role', 'log');
      for (const wire of all) {
        const text = document.createElement('div');
        text.className = 'text';
        text.textContent = wire;
        fresh.append(text);
      }
      document.querySelector('[role="log"]')?.replaceWith(fresh);
    }, wires);
    await expectInPlace(secrets);
  }
});

test('earlier messages come in above', async () => {
  await openWith(wires.slice(4));
  await expectInPlace(secrets.slice(4));
  for (const wire of wires.slice(0, 4).toReversed()) {
    await page.evaluate((text) => {
      const list = document.querySelector('[role="log"]');
      const row = list?.querySelector('.row')?.cloneNode() as HTMLElement;
      const inner = document.createElement('div');
      inner.className = 'text';
      inner.textContent = text;
      row.append(inner);
      const before = list?.scrollHeight ?? 0;
      list?.prepend(row);
      list?.scrollBy(0, list.scrollHeight - before);
    }, wire);
  }
  await expectInPlace(secrets);
});

test('rows move by transform alone', async () => {
  await openWith(wires.slice(0, 4));
  await expectInPlace(secrets.slice(0, 4));
  for (const shift of [200, 35]) {
    await page.evaluate((pixels) => {
      for (const [at, row] of document.querySelectorAll<HTMLElement>('.row').entries())
        row.style.transform = `translate(${at * 10}px, ${at % 2 === 0 ? pixels : 2 * pixels}px)`;
    }, shift);
    await expectInPlace(secrets.slice(0, 4));
  }
});

/** A chat in two documents is not put together: what is sent is seen in no list. */
for (const [name, frame] of [
  ['boxInFrame', '/frame'],
  ['listInFrame', ''],
] as const) {
  test(`a chat in two documents, ${name}: nothing but ciphertext goes from one to the other`, async () => {
    await bob.encrypt(`${pages.url(name)}${frame}`);
    page = await person.openPage(pages.url(name), { initScript: recorder });
    await people.waitUntilEncrypted(page);
    const composer = await people.composerOf(page);
    await composer.type(people.composerBox, secrets[0] ?? '');
    await composer.press('Enter');
    const list = name === 'boxInFrame' ? page : await page.frameWith('[role="log"]');
    await list.waitFor('.text');
    const [sent = '', ...more] = await list.texts('.text');
    expect(more).toEqual([]);
    expect(scan(sent)).toMatchObject([{ start: 0, end: sent.length, complete: true }]);
    // Nobody saw it arrive, so what was written is not given up.
    await composer.waitForText('was not seen to be sent', 30_000);
    expect(await composer.evaluate(() => document.querySelector('textarea')?.value, undefined)).toBe(
      secrets[0],
    );
  });
}
