/**
 * What is typed in an encrypted chat goes to the composer or nowhere, whatever the page does with the focus meanwhile.
 * The same attacks are run on a box that Sotto does not protect, where they have to succeed.
 */
import { startDemo, type Demo } from '../demo/server';
import type { Page } from '../lib/driver';
import { earliestRecorder } from '../lib/page-search';
import * as people from '../lib/people';
import { until } from '../lib/poll';
import { expect, test } from '../lib/test';
import { attacks, setTrap, type Attack } from './attacks';
import { meet } from './couple';

/** Capital letters that stand in nothing that the demo says or sends by itself, each of them once. */
const letters = 'QXZJVWKY';
const box = 'footer [contenteditable][role="textbox"]';

let demo: Demo;
/** Alice's tab, with Sotto. */
let encrypted: Page;
/** Bob's tab, in a browser without Sotto. */
let plain: Page;

/** A letter that got out once is a letter lost: no second try. */
test.describe.configure({ retries: 0 });

test.beforeAll(async ({ launch }) => {
  const [started, alice, bob, other] = await Promise.all([
    startDemo(),
    launch(),
    launch(),
    launch({ extensionDir: null }),
  ]);
  demo = started;
  [encrypted, plain] = await Promise.all([
    meet(alice, bob, demo),
    other.openPage(demo.chatUrl('bob'), { initScript: earliestRecorder }),
  ]);
  await bob.close();
});
test.afterEach(() => demo.set({ editor: 'works' }));
test.afterAll(() => demo.close());

/** A page loaded anew, in which no attack runs yet. */
async function openAnew(page: Page): Promise<void> {
  await page.goto(demo.chatUrl(page === plain ? 'bob' : 'alice'));
  await page.waitFor(box);
  await page.evaluate(setTrap, undefined);
}

/** Where the page or its server could have what was typed since then. */
async function whatThePageHas(page: Page, heardFrom: number, loggedFrom: number) {
  const inPage = await page.evaluate((from) => {
    const heard = Reflect.get(globalThis, 'heardByThePage') as string[];
    // What attributes were set to says nothing of keys, and has capital letters of its own.
    const events = heard
      .slice(from)
      .filter((entry) => /^(?:key|before|input|composition|change)/.test(entry));
    return {
      trap: document.querySelector<HTMLTextAreaElement>('#trap')?.value ?? '',
      box: document.querySelector('footer [contenteditable]')?.textContent ?? '',
      recorder: events.join('\n'),
    };
  }, heardFrom);
  const logged = demo.log.slice(loggedFrom).filter(({ user }) => user === 'alice');
  return { ...inPage, server: logged.map(({ body }) => body).join('\n') };
}

/** Which of the letters stand there, in runs too short to be ciphertext. */
function lettersIn(text: string): string[] {
  const typed = text.replaceAll(/[0-9A-Za-z]{20,}/g, '');
  return Array.from(letters).filter((letter) => typed.includes(letter));
}

/** Real keys at a pace at which the page gets its turn after each. */
async function typeSlowly(page: Page, text: string): Promise<void> {
  for (const letter of text) {
    await page.keys(letter);
    await page.evaluate(
      () =>
        new Promise((drawn) => {
          requestAnimationFrame(() => requestAnimationFrame(drawn));
        }),
      undefined,
    );
  }
}

/**
 * Enter, again while nothing is being sent: the composer wants it twice when it lost the focus before, and waits until it
 * has been in full view for a while.
 */
async function sendUntilSprung(page: Page): Promise<void> {
  await until('the attack to begin', async () => {
    await page.press('Enter');
    return page.has('#trap[data-sprung]');
  });
}

/** The person writes into what has the focus, the attack begins, and they go on. What the page has of it then. */
async function typeUnder(page: Page, attack: Attack) {
  await typeSlowly(page, 'so');
  const heardFrom = await page.evaluate(
    () => (Reflect.get(globalThis, 'heardByThePage') as string[]).length,
    undefined,
  );
  const loggedFrom = demo.log.length;
  await page.evaluate(attack.begin, undefined);
  if (attack.whileSending === true) await sendUntilSprung(page);
  else await page.waitFor('#trap[data-sprung]');
  await typeSlowly(page, letters);
  return whatThePageHas(page, heardFrom, loggedFrom);
}

for (const attack of attacks) {
  test(`the page ${attack.name}, and gets nothing`, async () => {
    await openAnew(encrypted);
    const composer = await people.composerOf(encrypted);
    await composer.waitFor('[data-mode="on"]');
    if (attack.clickFirst !== undefined) await encrypted.click(attack.clickFirst);
    // The insertion goes on, and has the focus in the box, for as long as the editor takes nothing.
    if (attack.whileSending === true) await demo.set({ editor: 'refuses' });
    await composer.click(people.composerBox);
    for (const [where, text] of Object.entries(await typeUnder(encrypted, attack)))
      expect(lettersIn(text), where).toEqual([]);
  });

  test(`without Sotto, the page ${attack.name}, and gets what is typed`, async () => {
    await openAnew(plain);
    if (attack.clickFirst !== undefined) await plain.click(attack.clickFirst);
    await plain.click(box);
    const got = await typeUnder(plain, attack);
    expect(got.trap + got.box).toContain(letters);
  });
}
