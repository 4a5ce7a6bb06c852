/** Alice and Bob in the demo messenger, their chat encrypted: where a journey about something else begins. */
import type { Demo } from '../demo/server';
import type { Page, PageOptions, Person } from '../lib/driver';
import { earliestRecorder } from '../lib/page-search';
import * as people from '../lib/people';

export const passphrase = 'harbour violin seventeen moss';

/** Somebody makes an identity, switches Sotto on for the demo, and opens the chat of Alice and Bob. */
export async function arrive(
  person: Person,
  name: 'Alice' | 'Bob',
  demo: Demo,
  options: Pick<PageOptions, 'canBeHidden'> = {},
): Promise<Page> {
  await people.makeIdentity(person, name, passphrase);
  await people.switchOnSite(person, demo.url);
  return person.openPage(demo.chatUrl(name.toLowerCase()), { ...options, initScript: earliestRecorder });
}

/** The two make contact; Alice's tab. */
export async function meet(alice: Person, bob: Person, demo: Demo): Promise<Page> {
  const [here, there] = await Promise.all([arrive(alice, 'Alice', demo), arrive(bob, 'Bob', demo)]);
  await people.startEncryption(here);
  await people.acceptInvitation(there);
  await people.waitUntilEncrypted(there);
  await people.waitUntilEncrypted(here);
  return here;
}
