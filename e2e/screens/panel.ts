/** The side panel, as a page that is as narrow as one. */
import { openPanel } from '../journeys/open-panel';
import type { Page } from '../lib/driver';
import { composerIn, shootChat, shootSettled, type Stage } from './stage';

const widths = [320, 400];

async function shoot({ file }: Stage, beside: Page, what: string): Promise<void> {
  for (const width of widths) {
    await beside.resize(width, 720);
    await shootSettled(beside, file(`panel-${what}-${width}`));
  }
}

/** Beside a chat, and beside a page that is none. */
export async function panel(stage: Stage, page: Page): Promise<void> {
  const { alice, demo } = stage;
  const beside = await openPanel(alice, demo.url, { width: 400, height: 720 });
  await composerIn(beside);
  await beside.frameWith('[data-message]');
  await shoot(stage, beside, 'chat');
  await page.bringToFront();
  await shootChat(stage, page, 'beside-panel');
  await page.click('[data-chat-id="alice-carol"]');
  await beside.bringToFront();
  await beside.frameWith('button.pill');
  await shoot(stage, beside, 'plain');
  await page.bringToFront();
  await page.evaluate(() => history.pushState(null, '', '/elsewhere'), undefined);
  await beside.bringToFront();
  await beside.waitFor('.panel-main .empty, .panel-main .stack');
  await shoot(stage, beside, 'no-chat');
  await beside.close();
}
