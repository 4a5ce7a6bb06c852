/**
 * Every way in which something leaves an encrypted chat: old messages are edited in the composer, answers keep what they
 * answer, and what Sotto cannot encrypt is stopped, with a word on why.
 */
import { startDemo, type Demo } from '../demo/server';
import type { Page, Surface } from '../lib/driver';
import { leaksIn } from '../lib/leaks';
import { searchPage } from '../lib/page-search';
import * as people from '../lib/people';
import { until } from '../lib/poll';
import { expect, test } from '../lib/test';
import { meet } from './couple';

/** It shows that nothing leaks: what leaked once has leaked, so there is no second try. */
test.describe.configure({ retries: 0 });

let demo: Demo;
let page: Page;
const written: string[] = [];

test.beforeAll(async ({ launch }) => {
  const [started, alice, bob] = await Promise.all([startDemo(), launch(), launch()]);
  demo = started;
  page = await meet(alice, bob, demo);
  await bob.close();
});
test.afterEach(async () => {
  await demo.set({ editsInRow: false });
  expect(leaksIn(demo.log.map(({ body }) => body).join('\n'), written)).toEqual([]);
  expect(leaksIn(await searchPage(page), written)).toEqual([]);
});
test.afterAll(() => demo.close());

const messages = () => demo.messages('alice-bob');
const last = () => messages().at(-1)?.id ?? '';
const tool = (id: string, label: string) => `[data-message-id="${id}"] button[aria-label="${label}"]`;

/** Asked at once: the frame may be gone by the time one has waited. */
const saidIn = (frame: Surface) =>
  frame.evaluate(() => document.querySelector('#status')?.textContent ?? '', undefined);

/** Sends a message, and gives its id once it stands in the list as ours. */
async function say(text: string): Promise<string> {
  written.push(text);
  await people.writeMessage(page, text);
  await waitToRead(text);
  return last();
}

const waitToRead = (text: string) =>
  until(`"${text}" to be read`, async () =>
    (await people.readTexts(page)).some((read) => read.text === text && read.state === 'verified'),
  );

const stays = (count: number) => expect(messages()).toHaveLength(count);

for (const editsInRow of [false, true]) {
  const where = editsInRow ? 'in its row' : 'in the compose box';
  test(`an old message is edited ${where}`, async () => {
    await demo.set({ editsInRow });
    const wrong = `wrong as it was written ${where}`;
    const right = `right as it was mended ${where}`;
    written.push(right);
    const id = await say(wrong);
    const before = messages().at(-1)?.text;
    await say(`said after it ${where}`);
    await page.click(tool(id, 'Edit'));
    const composer = await people.composerWith(page, wrong);
    await composer.waitForText('You are editing your message.');
    await composer.fill(people.composerBox, right);
    await composer.press('Enter');
    await until('the edit at the server', () => messages().some((one) => one.id === id && one.edited));
    expect(messages().find((one) => one.id === id)?.text).not.toBe(before);
    await waitToRead(right);
    // The later message does not seem out of order.
    await waitToRead(`said after it ${where}`);
    expect((await people.readTexts(page)).map(({ text }) => text)).not.toContain(wrong);
    await until('one composer, empty', async () => {
      const frames = await page.framesWith(people.composerBox);
      const [only] = frames;
      return frames.length === 1 && only && (await people.textIn(only)) === '';
    });
  });

  test(`Escape leaves a message that is edited ${where} as it was, and the draft too`, async () => {
    await demo.set({ editsInRow });
    const text = `not to be changed ${where}`;
    const draft = `a draft begun before ${where}`;
    written.push(draft);
    const id = await say(text);
    const before = messages().at(-1)?.text;
    const main = await people.composerOf(page);
    await main.type(people.composerBox, draft);
    await main.press('Escape');
    await page.click(tool(id, 'Edit'));
    const composer = await people.composerWith(page, text);
    await composer.click(people.composerBox);
    await composer.keys(' changed');
    await composer.press('Escape');
    const back = await people.composerWith(page, draft);
    expect(messages().at(-1)).toMatchObject({ id, text: before, edited: false });
    await back.fill(people.composerBox, '');
    // Whoever presses something in the page at once after a letter seems to have lost the focus to it.
    await back.press('Escape');
  });

  test(`nothing is written in the clear where a plain message is edited ${where}`, async () => {
    await demo.set({ editsInRow });
    const typed = `typed over a plain one ${where}`;
    written.push(typed);
    demo.seed('alice-bob', [{ from: 'alice', text: `plain from the beginning ${where}` }]);
    const id = last();
    await page.waitFor(tool(id, 'Edit'));
    await page.click(tool(id, 'Edit'));
    const composer = await until('a composer that knows', async () => {
      for (const frame of await page.framesWith(people.composerBox))
        if ((await saidIn(frame)).includes('that Sotto did not write')) return frame;
      return null;
    });
    await composer.click(people.composerBox);
    await composer.keys(typed);
    await composer.press('Enter');
    await composer.press('Escape');
    await until('the edit to be over', async () => {
      const frames = await page.framesWith(people.composerBox);
      const said = await Promise.all(frames.map(saidIn));
      return frames.length === 1 && !said.join(' ').includes('that Sotto did not write');
    });
    expect(messages().at(-1)).toMatchObject({ id, edited: false });
    const main = await people.composerOf(page);
    await main.fill(people.composerBox, '');
    await main.press('Escape');
  });
}

test('an answer keeps what it answers, which stays in sight', async () => {
  const id = await say('a question about supper');
  await page.click(tool(id, 'Reply'));
  await page.waitForText('Reply to yourself');
  await say('soup, as ever');
  expect(messages().at(-1)?.replyTo).toBe(id);
});

test('a message that is deleted is gone', async () => {
  const id = await say('said too soon');
  await page.click(tool(id, 'Delete'));
  await until('it to be gone', async () =>
    (await people.readTexts(page)).every(({ text }) => text !== 'said too soon'),
  );
  expect(messages().some((message) => message.id === id)).toBe(false);
});

for (const [what, control, word] of [
  ['a voice message', 'button.voice', 'a voice message'],
  ['a quick reply', null, 'a quick reply'],
] as const) {
  test(`${what} is stopped, and the composer says so`, async () => {
    const count = messages().length;
    await page.click(control ?? tool(last(), 'Quick reply: OK'));
    const composer = await people.composerOf(page);
    await composer.waitForText(`Stopped: ${word} would leave this chat unencrypted.`);
    stays(count);
    // And the composer still works, with the focus in it.
    await say(`written after ${what}`);
    stays(count + 1);
  });
}

test('a reaction and a call go by, and the composer says once of each that it is not encrypted', async () => {
  const reactions = 'Reactions are not encrypted';
  const id = last();
  const press = async (control: string, pressed: boolean) => {
    await page.click(control);
    await page.waitFor(`${control}[aria-pressed="${pressed}"]`);
  };
  await press(tool(id, 'React'), true);
  const composer = await people.composerOf(page);
  await composer.waitForText(reactions);
  await say('written after a reaction');
  expect(await saidIn(composer)).not.toContain(reactions);
  // Were it said of the second one too, what is said of the call would not come after it.
  await press(tool(id, 'React'), false);
  await press('button.call', true);
  await composer.waitForText('Calls are the messenger’s own');
});
