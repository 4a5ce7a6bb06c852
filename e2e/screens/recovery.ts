/** What is there for the day on which the device is lost: the sheet, the backup, and the way back. */
import { withCore } from '../lib/core-ask';
import type { Page } from '../lib/driver';
import { openView } from './popup';
import { passphrase, passphraseField, shootPopup, submit, type Stage } from './stage';

const card = '[aria-labelledby="recovery-title"]';

export async function recovery(stage: Stage): Promise<void> {
  const { alice } = stage;
  const reminded = await openView(alice, 'contacts');
  await reminded.waitFor('main .note.warn');
  await shootPopup(stage, reminded, 'recovery-reminder');
  await reminded.close();
  const page = await openView(alice, 'identity');
  await page.waitFor(card);
  await shootPopup(stage, page, 'recovery-none');
  await page.click(`${card} .button.main`);
  await page.waitFor(`dialog ${passphraseField}`);
  await shootPopup(stage, page, 'recovery-passphrase');
  await page.fill(`dialog ${passphraseField}`, passphrase);
  await page.press('Enter');
  await page.waitFor('.sheet-words li:nth-child(24)', 60_000);
  await shootPopup(stage, page, 'recovery-sheet');
  const words = (await page.texts('.sheet-words li')).map((text) => text.replace(/^\d+/, '').trim());
  await page.click('dialog .button.main');
  await page.waitFor('dialog form input');
  await page.press('Enter');
  await page.waitFor('dialog [aria-invalid="true"]');
  await shootPopup(stage, page, 'recovery-check');
  const labels = await page.texts('dialog form label');
  for (const [at, label] of labels.entries())
    await page.fill(
      `dialog form .field:nth-of-type(${at + 1}) input`,
      words[Number(/\d+/.exec(label)?.[0]) - 1] ?? '',
    );
  await page.press('Enter');
  await page.waitForGone('dialog');
  await shootPopup(stage, page, 'recovery-checked');
  const { file } = await withCore(alice, (ask) => ask('backup.save', {}));
  await page.waitFor(`${card} .note.good`);
  await shootPopup(stage, page, 'recovery-saved');
  await page.click(`${card} .button-row .button:last-child`);
  await open(page, file, words);
  await shootPopup(stage, page, 'recovery-merge');
  await page.close();
  const later = await stage.launch('later');
  const fresh = await later.openPopup();
  await fresh.click('.start-other .button');
  await fresh.waitFor('.start textarea');
  await fresh.click(submit);
  await shootPopup(stage, fresh, 'recovery-restore-1');
  await open(fresh, file, words);
  await shootPopup(stage, fresh, 'recovery-restore-2');
  await fresh.close();
}

async function open(page: Page, content: string, words: readonly string[]): Promise<void> {
  await page.waitFor('input[type="file"]');
  await page.evaluate((text) => {
    // The last: another one may stand above it for keys.
    const input = [...document.querySelectorAll<HTMLInputElement>('input[type="file"]')].at(-1);
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'sotto-backup-2026-11-26.asc'));
    if (!input) throw new Error('no file input');
    input.files = transfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }, content);
  await page.fill('textarea', words.join(' '));
  await page.press('Tab');
  await page.press('Enter');
  await page.waitFor('.plain-list', 60_000);
}
