/** Two people who know each other already: what a journey about something else begins with, in a second or two. */
import type { Page, Person } from './driver';
import { until } from './poll';
import { switchOnSite, waitUntilEncrypted } from './people';

type Conversation = { readonly site: string; readonly chat: string };
type Reply = { readonly ok: boolean; readonly body?: unknown; readonly error?: unknown };
declare const chrome: { readonly runtime: { sendMessage(message: object): Promise<Reply> } };

/** Asks the core as the popup does, from the popup's own page. Throws what the core refuses. */
async function ask(popup: Page, name: string, body: object): Promise<unknown> {
  const reply = await popup.evaluate((message) => chrome.runtime.sendMessage(message), { name, body });
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`);
  return reply.body;
}

async function withPopup<T>(person: Person, run: (popup: Page) => Promise<T>): Promise<T> {
  const popup = await person.openPopup();
  const result = await run(popup);
  await popup.close();
  return result;
}

/** Both get an identity, and each the other as a contact. */
export async function acquaint(alice: Person, bob: Person): Promise<void> {
  const create = (person: Person, name: string) =>
    withPopup(person, async (popup) => {
      const passphrase = 'seeded people need a passphrase too';
      const made = { name, passphrase, version: 4, seal: { picture: 1, hue: 200 } };
      const { certificate } = (await ask(popup, 'identity.create', made)) as { certificate: string };
      await ask(popup, 'settings.set', { lockAfterMinutes: 0, lockOnScreenLock: false, theme: 'light' });
      return certificate;
    });
  const [ofAlice, ofBob] = await Promise.all([create(alice, 'Alice'), create(bob, 'Bob')]);
  const know = (person: Person, armored: string) =>
    withPopup(person, (popup) => ask(popup, 'contacts.add', { armored }));
  await Promise.all([know(alice, ofBob), know(bob, ofAlice)]);
}

/** Opens the chat at this address and switches encryption on in it, with the one contact there is. */
export async function openEncrypted(person: Person, url: string, initScript: string): Promise<Page> {
  await switchOnSite(person, url);
  const page = await person.openPage(url, { initScript });
  await page.bringToFront();
  await encryptOpenChat(person, page, url);
  return page;
}

/** Switches encryption on in the chat that this page of `url`'s host shows. */
export async function encryptOpenChat(person: Person, page: Page, url: string): Promise<void> {
  const { origin } = new URL(url);
  await withPopup(person, async (popup) => {
    const conversation = await until('the chat to be known', async () => {
      const now = (await ask(popup, 'chat.current', {})) as {
        origin: string | null;
        chat: { conversation: Conversation } | null;
      };
      return now.origin === origin && now.chat !== null ? now.chat.conversation : null;
    });
    const [contact] = (await ask(popup, 'contacts.list', {})) as { contact: string }[];
    await ask(popup, 'chat.set', { conversation, on: true, members: [contact?.contact] });
  });
  await waitUntilEncrypted(page);
}
