/** One person with Sotto, and encrypted chats on the pages with an editor. */
import { makeWriter, type Writer } from '../../bench/messages';
import type { Person } from '../../lib/driver';
import * as people from '../../lib/people';
import type { RequestBody, RequestName } from '../../../src/protocol/core';

type Ask = <N extends RequestName>(name: N, body: RequestBody<N>) => Promise<unknown>;

/** Asks the core as the popup does. */
async function withPopup<T>(person: Person, run: (ask: Ask) => Promise<T>): Promise<T> {
  const popup = await person.openPopup();
  const ask: Ask = async (name, body) => {
    const reply = await popup.evaluate((message) => chrome.runtime.sendMessage(message), { name, body });
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply)}`);
    return reply.body;
  };
  try {
    return await run(ask);
  } finally {
    await popup.close();
  }
}

export interface Correspondent {
  /** Switches encryption on in the chat at this address, by the generic site's conversation id. */
  encrypt(url: string): Promise<void>;
}

/** Makes an identity and a contact, and switches Sotto on for `origin`. */
export async function settleIn(person: Person, origin: string): Promise<Correspondent> {
  const [bob] = await Promise.all([
    makeWriter('Bob'),
    people.makeIdentity(person, 'Alice', 'harbour violin seventeen moss'),
  ]);
  await withPopup(person, (ask) => ask('contacts.add', { armored: bob.armored }));
  await people.switchOnSite(person, origin);
  return { encrypt: (url) => encrypt(person, bob, new URL(url)) };
}

async function encrypt(person: Person, bob: Writer, { host, pathname, search, hash }: URL): Promise<void> {
  const conversation = { site: host, chat: `${pathname}${search}${hash}` };
  await withPopup(person, (ask) => ask('chat.set', { conversation, on: true, members: [bob.summary.pin] }));
}

/** What runs in the extension's own page. */
declare const chrome: {
  readonly runtime: {
    sendMessage(message: object): Promise<{ readonly ok: boolean; readonly body?: unknown }>;
  };
};
