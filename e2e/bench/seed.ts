/** Gives the browser's Sotto an identity, a contact, and an encrypted chat with that contact on the bench's pages. */
import type { CertificateSummary } from '../../src/openpgp/types';
import type { ConversationKey } from '../../src/protocol/shapes';
import type { RequestBody, RequestName } from '../../src/protocol/core';
import type { BenchBrowser } from './chromium';
import { summaryOf, type Writer } from './messages';

type Ask = <N extends RequestName>(name: N, body: RequestBody<N>) => Promise<unknown>;

/** Makes the identity; its certificate comes back. */
export async function seedIdentity(ask: Ask): Promise<CertificateSummary> {
  const passphrase = 'bench passphrase of many words';
  const identity = await ask('identity.create', {
    name: 'Alice',
    passphrase,
    version: 4,
    seal: { picture: 1, hue: 200 },
  });
  const settings = {
    lockAfterMinutes: 0,
    lockOnScreenLock: false,
    theme: 'light',
    notifications: 'none',
  } as const;
  await ask('settings.set', settings);
  return summaryOf((identity as { certificate: string }).certificate);
}

/** Switches encryption on with `writer` in each of these chats, and Sotto on for `localhost`. */
export async function seedChats(
  ask: Ask,
  writer: Writer,
  conversations: readonly ConversationKey[],
): Promise<void> {
  await ask('contacts.add', { armored: writer.armored });
  for (const conversation of conversations) {
    await ask('chat.set', { conversation, on: true, members: [writer.summary.pin] });
  }
  await ask('sites.set', { origin: 'http://localhost', on: true });
}

/** Asks the core as the popup does. */
export async function openPopup({
  context,
  extensionOrigin,
}: BenchBrowser): Promise<{ ask: Ask; close: () => Promise<void> }> {
  const page = await context.newPage();
  await page.goto(`${extensionOrigin}/popup/index.html`);
  const ask: Ask = async (name, body) => {
    const reply = await page.evaluate(
      (message) =>
        (
          globalThis as unknown as {
            chrome: { runtime: { sendMessage: (message: object) => Promise<unknown> } };
          }
        ).chrome.runtime.sendMessage(message),
      { name, body },
    );
    const { ok, body: answer, error } = reply as { ok: boolean; body?: unknown; error?: unknown };
    if (!ok) throw new Error(`${name}: ${JSON.stringify(error)}`);
    return answer;
  };
  return { ask, close: () => page.close() };
}
