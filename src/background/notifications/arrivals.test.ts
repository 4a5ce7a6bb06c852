import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Notifications } from '../../protocol/shapes';
import { writeFileEnvelope } from '../../protocol/file-envelope';
import { senders } from '../testing/fake-browser';
import { introduce } from '../testing/introduce';
import type { Known } from './newness';
import { createPerson, PASSPHRASE, type Person } from '../testing/person';

vi.mock('../../openpgp/passphrase', () => import('../testing/cheap-passphrase'));

const chat = { site: 'chat.example', chat: 'room' };
const MINUTE = 60_000;
let clock: { now: number };
let alice: Person;
let bob: Person;

const choose = (notifications: Notifications) =>
  bob.popup('settings.set', { lockAfterMinutes: 0, lockOnScreenLock: true, theme: 'system', notifications });
const arrive = (...wires: string[]) => bob.content('chat.arrived', { conversation: chat, wires });
const shown = () => [...bob.browser.notifications.values()];
const told = () => bob.browser.notified.map(({ message }) => message);
const met = () => (bob.browser.stored.get('news') as Known).met;
/** Time for what is not waited for and has nothing to decrypt. */
const aWhile = async () => {
  for (let turn = 0; turn < 50; turn += 1) await new Promise((done) => setImmediate(done));
};
/** One more message, and what was shown up to it: nobody is told when the core is done with a wire text. */
const toldUpTo = async (text: string) => {
  clock.now += MINUTE;
  await arrive(...(await alice.write(text)));
  await vi.waitFor(() => expect(told()).toContain(text));
  return told();
};

beforeEach(async () => {
  clock = { now: Date.UTC(2026, 0, 2, 3, 4, 5) };
  alice = createPerson('Alice', clock, chat);
  bob = createPerson('Bob', clock, chat);
  await alice.setUp();
  await bob.setUp();
  await introduce(alice, bob);
  bob.browser.granted.add('notifications');
  // Bob looks at another tab than the one that content scripts speak from.
  bob.browser.activeTab = { id: 7, windowId: 99 };
  await choose('text');
  clock.now += 5000;
});

describe('a new message', () => {
  it('is told of with who wrote it and the text', async () => {
    expect(await arrive(...(await alice.write('See you at noon')))).toEqual({});
    await vi.waitFor(() => expect(shown()).toEqual([{ title: 'Alice', message: 'See you at noon' }]));
  });

  it('is told of with the name alone, if that was chosen', async () => {
    await choose('name');
    await arrive(...(await alice.write('See you at noon')));
    await vi.waitFor(() => expect(shown()).toEqual([{ title: 'Alice', message: '[notificationNoText]' }]));
  });

  it('takes the place of the one before in the same chat', async () => {
    await arrive(...(await alice.write('one')));
    await arrive(...(await alice.write('two')));
    await vi.waitFor(() => expect(told()).toEqual(['one', 'two']));
    expect(shown()).toEqual([{ title: 'Alice', message: 'two' }]);
  });

  it('of several parts is told of when the last one came, whichever that is', async () => {
    const long = `begins ${'and goes on '.repeat(60)}`;
    const parts = await alice.write(long, chat, 600);
    expect(parts.length).toBeGreaterThan(1);
    for (const part of parts) await arrive(part);
    await vi.waitFor(() => expect(told()).toHaveLength(1));
    expect(told()[0]).toMatch(/^begins and goes on .*…$/);
  });

  it('that goes with a file names it', async () => {
    const file = { name: 'plan\u202E.pdf', type: 'application/pdf', size: 9, container: 'seipd2' as const };
    const text = writeFileEnvelope({ ...file, attachment: 'abcdefghij.bin', key: 'ab'.repeat(32) });
    await arrive(...(await alice.write(text)));
    await vi.waitFor(() => expect(told()).toEqual(['[notificationFile plan.pdf]']));
  });

  it('is told of also when the worker was stopped before', async () => {
    bob.restartWorker();
    await arrive(...(await alice.write('after')));
    await vi.waitFor(() => expect(told()).toEqual(['after']));
  });
});

describe('nothing is told', () => {
  it('unless it was chosen', async () => {
    await choose('none');
    await arrive(...(await alice.write('unwanted')));
    await choose('text');
    expect(await toldUpTo('wanted')).toEqual(['wanted']);
  });

  it('without the browser’s permission', async () => {
    bob.browser.granted.delete('notifications');
    await arrive(...(await alice.write('not allowed')));
    await aWhile();
    bob.browser.granted.add('notifications');
    expect(await toldUpTo('allowed')).toEqual(['allowed']);
  });

  it('of a chat that the person looks at', async () => {
    bob.browser.activeTab = { id: 1, windowId: 99 };
    await arrive(...(await alice.write('seen anyway')));
    await aWhile();
    bob.browser.activeTab = { id: 7, windowId: 99 };
    expect(await toldUpTo('unseen')).toEqual(['unseen']);
  });

  it('of a message again, from any tab, after any time, also if the worker was stopped', async () => {
    const wires = await alice.write('once');
    await arrive(...wires);
    await vi.waitFor(() => expect(told()).toEqual(['once']));
    await arrive(...wires, ...wires);
    bob.restartWorker();
    await arrive(...wires);
    clock.now += 20 * MINUTE;
    await arrive(...wires);
    expect(await toldUpTo('another')).toEqual(['once', 'another']);
  });

  it('of a message again after a lock', async () => {
    const wires = await alice.write('once');
    await arrive(...wires);
    await vi.waitFor(() => expect(told()).toEqual(['once']));
    await bob.popup('vault.lock', {});
    await bob.popup('vault.unlock', { passphrase: PASSPHRASE });
    await arrive(...wires);
    expect(await toldUpTo('another')).toEqual(['once', 'another']);
  });

  it('of what was read in front of the person', async () => {
    const wires = await alice.write('read');
    bob.browser.activeTab = { id: 1, windowId: 99 };
    await bob.read(wires);
    await vi.waitFor(() => expect(met()).toHaveLength(1));
    bob.browser.activeTab = { id: 7, windowId: 99 };
    await arrive(...wires);
    expect(await toldUpTo('unread')).toEqual(['unread']);
  });

  it('of what a reader in the background was given, but once', async () => {
    const wires = await alice.write('in the background');
    await bob.read(wires);
    await arrive(...wires);
    await vi.waitFor(() => expect(told()).toEqual(['in the background']));
  });

  it('of old messages, one’s own, other chats’ and ciphertext that is none', async () => {
    const old = await alice.write('old');
    const own = await bob.write('own');
    clock.now += 11 * MINUTE;
    await arrive(...old, ...own, 'QzSotto1', 'plain', '-----BEGIN PGP MESSAGE-----');
    const elsewhere = { site: 'chat.example', chat: 'elsewhere' };
    await bob.content('chat.arrived', { conversation: elsewhere, wires: await alice.write('moved') });
    expect(await toldUpTo('new')).toEqual(['new']);
  });

  it('of a chat that was switched off', async () => {
    const { members } = await bob.chat();
    const pins = members.map(({ contact }) => contact);
    await bob.popup('chat.set', { conversation: chat, on: false, members: pins });
    await arrive(...(await alice.write('while off')));
    await aWhile();
    await bob.popup('chat.set', { conversation: chat, on: true, members: pins });
    expect(await toldUpTo('while on')).toEqual(['while on']);
  });

  it('of invitations', async () => {
    const carol = createPerson('Carol', clock, chat);
    await carol.setUp();
    const { parts } = await (await carol.place('composer'))('composer.invite', {});
    await arrive(...parts.map((part) => part.slice(part.indexOf('QzSotto1'))));
    expect(await toldUpTo('new')).toEqual(['new']);
  });

  it('more than a few times a minute', async () => {
    for (let at = 0; at < 12; at += 1) await arrive(...(await alice.write(`message ${at}`)));
    await vi.waitFor(() => expect(told()).toHaveLength(5));
    bob.restartWorker();
    await arrive(...(await alice.write('and one more')));
    await vi.waitFor(() => expect(met()).toHaveLength(13));
    expect(await toldUpTo('later')).toHaveLength(6);
  });
});

describe('locked', () => {
  beforeEach(() => bob.popup('vault.lock', {}));

  it('says that a message came, without a name, once', async () => {
    await arrive(...(await alice.write('secret')));
    await vi.waitFor(() => expect(told()).toEqual(['[notificationLocked]']));
    expect(shown()[0]?.title).toBe('[extensionName]');
    await arrive(...(await alice.write('secret too')));
    await aWhile();
    await bob.popup('vault.unlock', { passphrase: PASSPHRASE });
    expect(await toldUpTo('open')).toEqual(['[notificationLocked]', 'open']);
  });

  it('remembers nothing of what was met', () => {
    expect(bob.browser.stored.get('news')).toEqual({ since: null, met: [] });
  });

  it('says nothing of chats that are not encrypted, nor of what is no message', async () => {
    const elsewhere = { site: 'chat.example', chat: 'elsewhere' };
    await bob.content('chat.arrived', { conversation: elsewhere, wires: await alice.write('secret') });
    await arrive('QzSotto1');
    await aWhile();
    await bob.popup('vault.unlock', { passphrase: PASSPHRASE });
    expect(await toldUpTo('open')).toEqual(['open']);
  });
});

describe('a notification that stands', () => {
  beforeEach(async () => {
    await arrive(...(await alice.write('stands')));
    await vi.waitFor(() => expect(shown()).toHaveLength(1));
  });
  const id = () => [...bob.browser.notifications.keys()][0] ?? '';
  const look = () => bob.content('chat.look', { conversation: chat, title: 'Room' });

  it('goes when the chat is looked at, and not while it stands in the background', async () => {
    await look();
    await arrive('QzSotto1');
    expect(await toldUpTo('another')).toEqual(['stands', 'another']);
    expect(shown()).toHaveLength(1);
    bob.browser.activeTab = { id: 1, windowId: 99 };
    bob.browser.focused = false;
    await look();
    expect(shown()).toHaveLength(1);
    bob.browser.focused = true;
    await look();
    await vi.waitFor(() => expect(shown()).toEqual([]));
  });

  it('goes when Sotto is locked, when its tab is closed, and when another choice is made', async () => {
    await bob.popup('vault.lock', {});
    expect(shown()).toEqual([]);
    await bob.popup('vault.unlock', { passphrase: PASSPHRASE });
    await toldUpTo('again');
    await bob.core().onTabClosed(1);
    expect(shown()).toEqual([]);
    await toldUpTo('once more');
    await choose('name');
    expect(shown()).toEqual([]);
  });

  it('clicked, brings the tab and its window to the front', async () => {
    bob.restartWorker();
    await bob.core().onNotificationClicked(id());
    expect(bob.browser.raised).toEqual([{ tab: 1 }, { window: 99 }]);
    expect(shown()).toEqual([]);
    await bob.core().onNotificationClicked('another extension’s');
    expect(bob.browser.raised).toHaveLength(2);
  });

  it('names nobody in what the browser calls it', () => {
    expect(id()).toMatch(/^[0-9a-f]{32}$/);
  });
});

describe('who hands it over', () => {
  it('is a content script of a site that is switched on, for its own chats', async () => {
    const wires = await alice.write('x');
    const asks = [
      bob.content('chat.arrived', { conversation: { site: 'other.example', chat: 'room' }, wires }),
      bob.ask('chat.arrived', { conversation: chat, wires }, senders.content(1, 'https://off.example/')),
    ];
    for (const ask of asks) await expect(ask).rejects.toMatchObject({ code: 'unknown_site' });
    for (const sender of [senders.popup(), senders.frame(1, 'reader', 'made-up')]) {
      const ask = bob.ask('chat.arrived', { conversation: chat, wires }, sender);
      await expect(ask).rejects.toMatchObject({ code: 'bad_request' });
    }
    expect(told()).toEqual([]);
  });

  it('is told the same whatever it hands over', async () => {
    const replies = [
      await arrive(...(await alice.write('new'))),
      await arrive('plain'),
      await arrive(...(await bob.write('own'))),
    ];
    await bob.popup('vault.lock', {});
    replies.push(await arrive(...(await alice.write('locked'))));
    expect(replies).toEqual([{}, {}, {}, {}]);
  });
});
