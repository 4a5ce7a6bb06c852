/** Two people who know each other already: what a journey about something else begins with, in a second or two. */
import { withCore } from './core-ask';
import type { Page, Person } from './driver';
import { switchOnSite, waitUntilEncrypted } from './people';
import { until } from './poll';

/** Both get an identity, and each the other as a contact. */
export async function acquaint(alice: Person, bob: Person): Promise<void> {
  const create = (person: Person, name: string) =>
    withCore(person, async (ask) => {
      const passphrase = 'seeded people need a passphrase too';
      const { certificate } = await ask('identity.create', {
        name,
        passphrase,
        version: 4,
        seal: { picture: 1, hue: 200 },
      });
      await ask('settings.set', {
        lockAfterMinutes: 0,
        lockOnScreenLock: false,
        theme: 'light',
        notifications: 'none',
      });
      return certificate;
    });
  const [ofAlice, ofBob] = await Promise.all([create(alice, 'Alice'), create(bob, 'Bob')]);
  const know = (person: Person, armored: string) =>
    withCore(person, (ask) => ask('contacts.add', { armored }));
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
  await withCore(person, async (ask) => {
    const conversation = await until('the chat to be known', async () => {
      const now = await ask('chat.current', {});
      return now.origin === origin ? (now.chat?.conversation ?? null) : null;
    });
    const [contact] = await ask('contacts.list', {});
    if (!contact) throw new Error('There is nobody to encrypt to');
    await ask('chat.set', { conversation, on: true, members: [contact.contact] });
  });
  await waitUntilEncrypted(page);
}
