/** What goes wrong: a messenger that refuses, and somebody who comes with another certificate. */
import type { Page } from '../lib/driver';
import { firstRun, openView, shootViews } from './popup';
import { switchOnSite } from '../lib/people';
import { box, composerIn, emptied, shootChat, shootPopup, type Stage } from './stage';

/** A box that takes no ciphertext: the failure, the mark, the popup's word on it, and the way by hand. */
export async function refused(stage: Stage, page: Page): Promise<void> {
  const { demo } = stage;
  await demo.set({ editor: 'refuses' });
  await page.bringToFront();
  const composer = await composerIn(page);
  await composer.insert(box, 'written to a box that refuses');
  await composer.press('Enter');
  await composer.waitFor('#status[data-tone="bad"]', 30_000);
  await composer.waitFor('.health');
  await shootChat(stage, page, 'refused');
  const popup = await openView(stage.alice, 'chat');
  await popup.click('details summary');
  await shootPopup(stage, popup, 'health');
  await popup.close();
  await page.bringToFront();
  await composer.click('.below .link');
  await composer.waitFor('#status[data-tone="warn"]');
  await shootChat(stage, page, 'by-hand');
  await demo.set({ editor: 'works' });
  await composer.click('.below > .link + .link');
  await composer.click(box);
  await composer.press('Enter');
  await emptied(composer);
}

/** A messenger whose chat is not found. */
export async function unrecognised(stage: Stage): Promise<void> {
  const page = await stage.alice.openPage(`${stage.demo.url}/chat/alice-bob?user=alice`);
  await page.evaluate(() => history.replaceState(null, '', '/elsewhere'), undefined);
  await page.evaluate(() => document.querySelector('main')?.remove(), undefined);
  await shootViews(stage, 'unrecognised', ['chat']);
  await page.close();
}

/** Another Bob invites: the card, the composer, the popup. */
export async function changed(stage: Stage, page: Page): Promise<void> {
  const { demo } = stage;
  const impostor = await stage.launch('impostor');
  await firstRun(stage, impostor, 'Bob', false);
  await switchOnSite(impostor, demo.url);
  const theirs = await impostor.openPage(demo.chatUrl('bob'));
  const pill = await theirs.frameWith('button.pill');
  await pill.click('button.pill');
  await composerIn(theirs, 'inviting');
  await impostor.close();
  await page.bringToFront();
  await composerIn(page, 'blocked');
  const card = await page.frameWith('.card[data-tone="bad"]');
  await card.waitFor('.buttons');
  await shootChat(stage, page, 'changed');
  await shootViews(stage, 'changed', ['chat']);
}
