/** Converse.js and Prosody run here as they do anywhere, before any extension comes into it. */
import path from 'node:path';
import type { Page } from '../lib/driver';
import type { Messenger } from '../lib/messenger';
import { results } from '../lib/paths';
import { until } from '../lib/poll';
import { expect, test } from '../lib/test';
import { startConverse } from './converse';

let messenger: Messenger;
let alice: Page;
let bob: Page;

test.beforeAll(async ({ launch }) => {
  messenger = await startConverse();
  const [first, second] = await Promise.all([launch({ extensionDir: null }), launch({ extensionDir: null })]);
  alice = await first.openPage(messenger.chatUrl('alice'));
  bob = await second.openPage(messenger.chatUrl('bob'));
});

test.afterAll(() => messenger.close());

test('carries a message from one to the other, and the server’s log has it', async () => {
  await Promise.all([alice.waitFor(messenger.box, 30_000), bob.waitFor(messenger.box, 30_000)]);
  await alice.bringToFront();
  await alice.type(messenger.box, 'over real XMPP');
  await alice.press('Enter');
  await until('the message at Bob’s', async () =>
    (await bob.texts('.chat-msg__text')).some((text) => text.includes('over real XMPP')),
  );
  await until('the stanza in the log', async () => (await messenger.received()).includes('over real XMPP'));
  expect(await bob.has(messenger.scroller)).toBe(true);
  await bob.screenshot(path.join(results, 'converse.png'));
});

test('has it again after a reload', async () => {
  await bob.reload();
  await until(
    'the message in the archive',
    async () => (await bob.texts('.chat-msg__text')).some((text) => text.includes('over real XMPP')),
    30_000,
  );
});
