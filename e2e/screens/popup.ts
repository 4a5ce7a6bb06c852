/** Sotto's own pages: from the first run to a wrong passphrase. */
import { withCore } from '../lib/core-ask';
import type { Page, Person } from '../lib/driver';
import { passphrase, passphraseField, shootPopup, submit, type Stage } from './stage';

/** The one field of the first run that is no passphrase. */
const nameField = '.start input[maxlength="100"]';
const views = ['chat', 'contacts', 'identity', 'sites', 'settings'];

/** The view of the popup, once it has asked the core what it shows. */
export async function openView(person: Person, view: string): Promise<Page> {
  const page = await person.openPopup(`popup/index.html#${view}`);
  await page.waitFor(`#tab-${view}[aria-selected="true"]`);
  await page.waitFor('main .stack, main .empty');
  return page;
}

export async function firstRun(stage: Stage, person: Person, who: string, shoot = true): Promise<void> {
  const popup = await person.openPopup();
  await popup.waitFor(nameField);
  if (shoot) {
    await shootPopup(stage, popup, 'first-run-1');
    await popup.click(submit);
    await popup.waitForResult(
      'the name to be missed',
      () => document.querySelector('.start .field .bad-text')?.textContent !== '',
      undefined,
    );
    await shootPopup(stage, popup, 'first-run-2-missing');
    await popup.click('.seal-chooser summary');
    await popup.click('form > details summary');
    await shootPopup(stage, popup, 'first-run-3-open');
    await popup.click('.seal-chooser summary');
    await popup.click('form > details summary');
  }
  await popup.fill(nameField, who);
  for (const [step, typed] of ['sotto', passphrase].entries()) {
    await popup.fill(passphraseField, typed);
    await popup.waitFor(`.strength[data-strength="${step === 0 ? 0 : 4}"]`);
    if (shoot) await shootPopup(stage, popup, `first-run-${4 + step}-strength`);
  }
  await popup.click(submit);
  await popup.waitFor('[role="tab"]', 60_000);
  if (shoot) await shootPopup(stage, popup, 'made');
  await popup.close();
}

export async function shootViews(stage: Stage, what: string, which = views): Promise<void> {
  for (const view of which) {
    const page = await openView(stage.alice, view);
    await shootPopup(stage, page, `${what}-${view}`);
    await page.close();
  }
}

/** The chat's members: the comparison, and the choice of who can read. */
export async function shootMembers(stage: Stage): Promise<void> {
  const page = await openView(stage.alice, 'chat');
  await page.click('.list .button');
  await page.waitFor('dialog[open]');
  await page.waitFor('[data-safety]', 30_000);
  await shootPopup(stage, page, 'compare');
  await page.press('Escape');
  await page.waitForGone('dialog[open]');
  await page.click('.row-between .button.quiet');
  await page.waitFor('form fieldset');
  await shootPopup(stage, page, 'members');
  await page.close();
}

/** What is pasted: nothing to be found in it, then a certificate; and a contact removed, with the way back. */
export async function shootContacts(stage: Stage): Promise<void> {
  const own = await withCore(stage.alice, (ask) => ask('identity.look', {}));
  const page = await openView(stage.alice, 'contacts');
  await page.fill('textarea', 'no certificate');
  await page.click(submit);
  await page.waitFor('form .note.bad');
  await shootPopup(stage, page, 'contacts-nothing-found');
  await page.fill('textarea', own?.certificate ?? '');
  await page.click(submit);
  await page.waitFor('.found');
  await shootPopup(stage, page, 'contacts-found');
  await page.click('.list .button.quiet');
  await page.waitFor('.toast');
  await shootPopup(stage, page, 'contacts-removed');
  await page.click('.toast .button');
  await page.waitForGone('.toast');
  await page.close();
}

/** Locked, a wrong passphrase, and one too many. Ends unlocked. */
export async function shootUnlock(stage: Stage, whileLocked: () => Promise<void>): Promise<void> {
  const popup = await stage.alice.openPopup();
  await popup.click('.shell-actions .button');
  await popup.waitFor(passphraseField);
  await shootPopup(stage, popup, 'unlock');
  await whileLocked();
  await popup.bringToFront();
  const tryWrong = async (notice: string) => {
    await popup.evaluate(() => document.querySelector('.note')?.classList.add('old'), undefined);
    await popup.fill(passphraseField, 'not this one');
    await popup.click(submit);
    await popup.waitFor('.note:not(.old)', 60_000);
    return popup.has(notice);
  };
  await tryWrong('.note.bad');
  await shootPopup(stage, popup, 'unlock-wrong');
  while (!(await tryWrong('.note.warn')));
  await shootPopup(stage, popup, 'unlock-wait');
  await popup.waitFor('button[aria-disabled="false"][type="submit"]', 60_000);
  await popup.fill(passphraseField, passphrase);
  await popup.click(submit);
  await popup.waitFor('[role="tab"]', 60_000);
  await popup.close();
}
