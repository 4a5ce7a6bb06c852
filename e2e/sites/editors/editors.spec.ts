/** The real editors, as the test pages have them, before any extension comes in. */
import type { Page, Person } from '../../lib/driver';
import { expect, test } from '../../lib/test';
import { editorKinds } from './editor';
import { startEditorPages, type EditorPages } from './page/server';
import type { TestPage } from './page/test-page';

declare const testPage: TestPage;

let pages: EditorPages;
let person: Person;
let page: Page;

test.beforeAll(async ({ launch }) => {
  pages = await startEditorPages();
  person = await launch({ extensionDir: null });
});
test.afterEach(() => page.close());
test.afterAll(() => pages.close());

const model = () => page.evaluate(() => testPage.editor.model(), undefined);
const sent = () => page.evaluate(() => testPage.sent.map(({ text }) => text), undefined);

for (const kind of editorKinds) {
  test(`${kind}: its model holds what was typed, and Enter sends it`, async () => {
    page = await person.openPage(pages.url({ kind }));
    await page.waitFor('[data-ready]');
    await page.type('.box', 'first');
    await page.press('Shift+Enter');
    await page.keys('second');
    await expect.poll(model).toBe('first\nsecond');
    await page.press('Enter');
    await expect.poll(sent).toEqual(['first\nsecond']);
    await expect.poll(model).toBe('');
    await page.evaluate(() => testPage.editor.setText('set\nby script'), undefined);
    await expect.poll(model).toBe('set\nby script');
    await page.press('Enter');
    await expect.poll(sent).toEqual(['first\nsecond', 'set\nby script']);
    await page.keys('once more');
    await expect.poll(model).toBe('once more');
    await page.evaluate(() => testPage.editor.clear(), undefined);
    await expect.poll(model).toBe('');
  });
}
