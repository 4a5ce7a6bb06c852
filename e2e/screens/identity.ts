/** One's own identity: its QR code, each dialog, a key that comes in; then several, and one chosen for a chat. */
import { generateIdentity } from '../../src/openpgp/identity';
import { exportSecretKey } from '../../src/openpgp/secret-export';
import { openView } from './popup';
import { passphrase, shootPopup, submit, type Stage } from './stage';

const adding = '[aria-labelledby="add-title"]';

export async function identities(stage: Stage): Promise<void> {
  const page = await openView(stage.alice, 'identity');
  const showQr = '[aria-labelledby="own-name"] [aria-expanded]';
  await page.click(showQr);
  await page.waitFor('svg.qr');
  await shootPopup(stage, page, 'identity-qr');
  await page.click(showQr);
  for (const step of ['rename', 'validity', 'export', 'revoke', 'delete']) {
    await page.click(`[aria-describedby="action-${step}"]`);
    await page.waitFor('dialog[open]');
    await shootPopup(stage, page, `identity-${step}`);
    await page.press('Escape');
    await page.waitForGone('dialog[open]');
  }
  await page.click(`${adding} .button + .button`);
  await page.fill('textarea', await secretKey());
  await page.click(`${adding} ${submit}`);
  await page.waitFor('.found');
  await shootPopup(stage, page, 'identity-import');
  await page.click(`${adding} .button`);
  await page.fill(`${adding} input[maxlength="100"]`, 'Alice at work');
  await page.click(`${adding} ${submit}`);
  await page.waitFor('.list-item + .list-item');
  await shootPopup(stage, page, 'identity-list');
  await page.click('.list-item:last-child .button');
  await page.waitFor('#used-title');
  await shootPopup(stage, page, 'identity-second');
  await page.close();
  const chat = await openView(stage.alice, 'chat');
  await chat.waitFor('select');
  await shootPopup(stage, chat, 'chat-identity');
  await chat.close();
}

/** Of somebody else's making, under a passphrase. */
async function secretKey(): Promise<string> {
  const made = { name: 'Alice <alice@example.org>', version: 4, now: Date.now() - 1000 } as const;
  return exportSecretKey((await generateIdentity(made)).secretKey, passphrase, 'everywhere');
}
