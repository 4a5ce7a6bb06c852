/**
 * Ciphertext comes into each of the real editors once and whole: what is asked is the editor's own state, at the moment
 * in which the page sends it.
 */
import type { Page, Person, Surface } from '../../lib/driver';
import { byRole } from '../../lib/finder';
import * as people from '../../lib/people';
import { until } from '../../lib/poll';
import { expect, test } from '../../lib/test';
import { scan } from '../../../src/wire/scanner';
import { settleIn, type Correspondent } from './chats';
import { editorKinds } from './editor';
import { startEditorPages, type EditorPages } from './page/server';
import type { TestPage } from './page/test-page';

declare const testPage: TestPage;

/** Characters of ciphertext that a long message has at least. */
const long = 20_000;
/** Milliseconds that putting in a long message may take. */
const slow = 1000;
const draft = 'Begun before Sotto was there';
const secret = 'the tide turns at nine';
const longText = `${secret} ${'and the harbour light is green '.repeat(480)}`;

let pages: EditorPages;
let person: Person;
let bob: Correspondent;
let page: Page;
const times: Record<string, number> = {};

test.beforeAll(async ({ launch }) => {
  pages = await startEditorPages();
  person = await launch();
  bob = await settleIn(person, pages.origin);
});
test.afterEach(async ({ browserOfProject }, { title }) => {
  await page.screenshot(`e2e/results/editors/${browserOfProject}-${title}.png`);
  await page.close();
});
test.afterAll(async () => {
  console.log('Milliseconds for a long message, by editor:', JSON.stringify(times));
  await pages.close();
});

const model = (surface: Surface) => surface.evaluate(() => testPage.editor.model(), undefined);
const sent = (surface: Surface) => surface.evaluate(() => testPage.sent, undefined);
const draftIn = (composer: Surface) =>
  composer.evaluate(() => document.querySelector('textarea')?.value, undefined);

/** Opens a chat that is encrypted already, with what the address asks for. */
async function openChat(query: Readonly<Record<string, string>>): Promise<Surface> {
  const url = pages.url(query);
  await bob.encrypt(url);
  page = await person.openPage(url);
  await page.waitFor('[data-ready]');
  await people.waitUntilEncrypted(page);
  return page;
}

/** The last that the page sent is one message of ours, and nothing else. */
async function expectCiphertext(surface: Surface, count: number, least = 0): Promise<void> {
  const all = await sent(surface);
  expect(all.length).toBe(count);
  const text = all.at(-1)?.text ?? '';
  const [found, ...more] = scan(text);
  expect(more).toEqual([]);
  expect(found).toMatchObject({ start: 0, end: text.length, wire: text, complete: true });
  expect(text.length).toBeGreaterThan(least);
  expect(await model(surface)).toBe('');
}

for (const kind of editorKinds) {
  test(`${kind}: takes ciphertext once and whole`, async () => {
    const chat = await openChat({ kind, draft });
    const composer = await people.composerOf(page);

    // The draft is moved out of the page's box and offered, neither lost nor sent.
    await composer.click(byRole('button', 'Take it over'));
    await until('the draft in the composer', async () => (await draftIn(composer)) === draft);
    expect(await model(chat)).toBe('');
    expect(await sent(chat)).toEqual([]);
    await composer.click(people.composerBox);
    await composer.press('Enter');
    await until('the draft to be sent', async () => (await draftIn(composer)) === '', 30_000);
    await expectCiphertext(chat, 1);

    await people.writeMessage(page, secret);
    await expectCiphertext(chat, 2);
    await people.writeMessage(page, longText);
    await expectCiphertext(chat, 3, long);
    times[kind] = Math.round((await sent(chat)).at(-1)?.took ?? 0);

    // Undoing in the page's box brings back nothing that was written in Sotto's.
    await chat.evaluate(() => {
      testPage.editor.focus();
      document.execCommand('undo');
    }, undefined);
    expect(await model(chat)).not.toContain(secret);
    expect(times[kind]).toBeLessThan(slow);
  });
}

// Draft.js looks for its selection in the document alone, so it stands in no shadow root anywhere.
for (const kind of editorKinds.filter((each) => each !== 'draft')) {
  test(`${kind}: takes it in an open shadow root`, async () => {
    const chat = await openChat({ kind, root: 'shadow' });
    await people.writeMessage(page, secret);
    await expectCiphertext(chat, 1);
    await people.writeMessage(page, secret);
    await expectCiphertext(chat, 2);
  });
}

test('an editor in a frame of the page’s own origin', async () => {
  const query = { kind: 'lexical' };
  await bob.encrypt(pages.url(query));
  page = await person.openPage(pages.framing(query));
  const chat = await page.frameWith('.box');
  await people.waitUntilEncrypted(page);
  await people.writeMessage(page, secret);
  await expectCiphertext(chat, 1);
});

for (const editable of ['', 'plaintext-only']) {
  test(`contenteditable="${editable}"`, async () => {
    const chat = await openChat({ kind: 'contenteditable', editable });
    await people.writeMessage(page, secret);
    await expectCiphertext(chat, 1);
  });
}

test('a draft that the page brings back later is offered, neither lost nor sent', async () => {
  const chat = await openChat({ kind: 'quill' });
  await chat.evaluate((text) => testPage.editor.setText(`${text}\nand more`), draft);
  await people.writeMessage(page, secret);
  await expectCiphertext(chat, 1);
  const composer = await people.composerOf(page);
  await composer.click(byRole('button', 'Take it over'));
  await until('the draft with its lines', async () => (await draftIn(composer)) === `${draft}\nand more`);
});

test('a page that sends by its button alone', async () => {
  const chat = await openChat({ kind: 'slate', trusted: '' });
  await people.writeMessage(page, secret);
  await expectCiphertext(chat, 1);
});

test('a page that sends by Ctrl+Enter alone', async () => {
  const chat = await openChat({ kind: 'textarea', enter: 'control-enter', nobutton: '' });
  await people.writeMessage(page, secret);
  await expectCiphertext(chat, 1);
});
