import { beforeEach, describe, expect, it, vi } from 'vitest';
import { introduce } from './testing/introduce';
import { createPerson, PASSPHRASE, type Person } from './testing/person';

vi.mock('../openpgp/passphrase', () => import('./testing/cheap-passphrase'));

const chat = { site: 'chat.example', chat: 'room' };
const other = { site: 'chat.example', chat: 'other' };
const DAY = 86_400_000;
const NOW = Date.UTC(2026, 4, 3, 12);
const code = (expected: string) => ({ code: expected });

let clock: { now: number };
let alice: Person;
let bob: Person;
beforeEach(async () => {
  clock = { now: NOW };
  alice = createPerson('Alice', clock, chat);
  bob = createPerson('Bob', clock, chat);
  await alice.setUp();
  await bob.setUp();
  // The clock runs ahead in these tests, further than a vault stays open.
  const settings = {
    lockAfterMinutes: 0,
    lockOnScreenLock: true,
    theme: 'system' as const,
    notifications: 'none' as const,
  };
  await Promise.all([alice, bob].map((person) => person.popup('settings.set', settings)));
});

const listOf = (person: Person) => person.popup('identity.list', {});
const defaultOf = async (person: Person) => {
  const identity = await person.popup('identity.look', {});
  if (!identity) throw new Error('no identity');
  return identity;
};
const namesOf = async (person: Person) =>
  (await listOf(person)).flatMap(({ name, hidden }) => (hidden ? [] : [name]));
/** What stands in the chat is read by the other side in its order. */
const carry = async (from: Person, to: Person, text: string) => {
  const parts = await from.write(text);
  return to.read(parts);
};
/** Writes and sees it in the list, as the composer does. */
const send = async (from: Person, text: string, at = chat) => {
  const composer = await from.place('composer', at);
  const { ticket, parts } = await composer('composer.encrypt', { text });
  await composer('composer.sent', { ticket });
  return parts;
};

describe('more than one identity', () => {
  it('stand side by side, and one of them is for new chats', async () => {
    const work = await alice.popup('identity.add', { name: 'Alice at work', version: 4 });
    expect(await namesOf(alice)).toEqual(['Alice', 'Alice at work']);
    expect((await defaultOf(alice)).name).toBe('Alice');
    await alice.popup('identity.setDefault', { identity: work.identity });
    expect((await defaultOf(alice)).name).toBe('Alice at work');
    expect((await alice.chat()).identity?.name).toBe('Alice at work');
    const [home] = await listOf(alice);
    await alice.popup('identity.setForSite', { site: chat.site, identity: home?.identity ?? '' });
    expect((await alice.chat()).identity?.name).toBe('Alice');
    expect((await listOf(alice))[0]?.sites).toEqual([chat.site]);
    await alice.popup('identity.setForSite', { site: chat.site, identity: null });
    expect((await alice.chat()).identity?.name).toBe('Alice at work');
  });

  it('each write in their own chat, and the other side sees who', async () => {
    const work = await alice.popup('identity.add', { name: 'Alice at work', version: 4 });
    await alice.popup('chat.setIdentity', { conversation: chat, identity: work.identity });
    await introduce(alice, bob);
    const [reading] = await bob.read(await send(alice, 'From work'));
    expect(reading).toMatchObject({ state: 'pinned', text: 'From work', author: { name: 'Alice at work' } });
    expect((await alice.read(await send(bob, 'To work')))[0]).toMatchObject({ text: 'To work' });
    expect((await alice.chat(other)).identity?.name).toBe('Alice');
    expect((await listOf(alice)).map(({ chats }) => chats)).toEqual([[], ['Room (chat.example)']]);
  });

  it('do not read what was written to each other, so that no page learns that they are one person', async () => {
    await introduce(alice, bob);
    const wires = await send(bob, 'To Alice');
    const work = await alice.popup('identity.add', { name: 'Alice at work', version: 4 });
    await alice.popup('chat.setIdentity', { conversation: other, identity: work.identity });
    expect((await alice.read(wires, other))[0]).toMatchObject({ kind: 'closed', state: 'not-for-me' });
    expect((await alice.read(wires))[0]).toMatchObject({ text: 'To Alice' });
  });

  it('change places in a chat: the other side decides, old messages stay readable, old ones are not edited', async () => {
    await introduce(alice, bob);
    const before = await send(alice, 'Before');
    expect((await bob.read(before))[0]).toMatchObject({ state: 'pinned' });
    const work = await alice.popup('identity.add', { name: 'Alice at work', version: 4 });
    const state = await alice.popup('chat.setIdentity', { conversation: chat, identity: work.identity });
    expect(state).toMatchObject({ mode: 'on', identity: { name: 'Alice at work', problem: null } });
    clock.now += 60_000;
    const wires = await send(alice, 'After');
    expect(wires).toHaveLength(2);
    const [card, message] = await bob.read(wires);
    expect(card).toMatchObject({ kind: 'contact', status: 'changed', name: 'Alice at work' });
    expect(message).toMatchObject({ state: 'changed-key' });
    await expect(bob.write('Hm')).rejects.toMatchObject(code('changed_key'));
    await bob.accept(wires[0] ?? '');
    expect((await bob.read(wires))[1]).toMatchObject({ state: 'pinned', author: { name: 'Alice at work' } });
    expect(
      (await alice.read([...before, ...wires])).map((reading) => 'text' in reading && reading.text),
    ).toEqual(['Before', false, 'After']);
    expect((await alice.read(await send(bob, 'Welcome')))[0]).toMatchObject({ text: 'Welcome' });
    const composer = await alice.place('composer');
    const edit = composer('composer.encrypt', { text: 'Never', edits: before[0] ?? '' });
    await expect(edit).rejects.toMatchObject(code('not_editable'));
    // It was told once.
    expect(await send(alice, 'Again')).toHaveLength(1);
  });
});

describe('another name, another validity', () => {
  it('reach the other side before the next message, and what was written before stays valid', async () => {
    await introduce(alice, bob);
    const before = await send(alice, 'Before');
    clock.now += DAY;
    const { identity } = await defaultOf(alice);
    await alice.popup('identity.rename', { identity, name: 'Alicia' });
    await alice.popup('identity.setValidity', { identity, expires: NOW + 100 * DAY });
    expect(await listOf(alice)).toMatchObject([{ name: 'Alicia', expires: NOW + 100 * DAY, identity }]);
    clock.now += 60_000;
    const wires = await send(alice, 'After');
    const [card, message, old] = await bob.read([...wires, ...before]);
    expect(card).toMatchObject({ kind: 'contact', status: 'renewed', name: 'Alicia' });
    expect(message).toMatchObject({ state: 'pinned', text: 'After', author: { name: 'Alicia' } });
    expect(old).toMatchObject({ state: 'pinned', text: 'Before' });
    expect(
      (await alice.read([...wires, ...before])).map((reading) => reading.kind === 'message' && reading.state),
    ).toEqual([false, 'verified', 'verified']);
    expect(await bob.popup('contacts.list', {})).toMatchObject([
      { name: 'Alicia', expires: NOW + 100 * DAY },
    ]);
  });

  it('are told again as long as they were not seen in the list', async () => {
    await introduce(alice, bob);
    const { identity } = await defaultOf(alice);
    clock.now += DAY;
    await alice.popup('identity.rename', { identity, name: 'Alicia' });
    expect(await alice.write('Lost')).toHaveLength(2);
    alice.restartWorker();
    expect(await alice.write('Lost too')).toHaveLength(2);
    expect(await send(alice, 'Seen')).toHaveLength(2);
    expect(await send(alice, 'Then')).toHaveLength(1);
  });

  it('are not undone by an old certificate that the page shows again', async () => {
    const { invitation } = await introduce(alice, bob);
    const { identity } = await defaultOf(alice);
    clock.now += DAY;
    await alice.popup('identity.rename', { identity, name: 'Alicia' });
    await bob.read(await send(alice, 'News'));
    expect((await bob.read([invitation]))[0]).toMatchObject({ status: 'joined' });
    expect((await bob.popup('contacts.list', {}))[0]?.name).toBe('Alicia');
  });

  it('end a chat when it is over, with what to do', async () => {
    await introduce(alice, bob);
    const { identity } = await defaultOf(alice);
    const past = alice.popup('identity.setValidity', { identity, expires: NOW - 1 });
    await expect(past).rejects.toMatchObject(code('validity_past'));
    await alice.popup('identity.setValidity', { identity, expires: NOW + DAY });
    clock.now += 2 * DAY;
    await expect(alice.write('Late')).rejects.toMatchObject(code('identity_expired'));
    expect((await alice.chat()).identity?.problem).toBe('expired');
    await alice.popup('identity.setValidity', { identity, expires: null });
    clock.now += 60_000;
    expect(await carry(alice, bob, 'Back')).toMatchObject([{ status: 'renewed' }, { text: 'Back' }]);
  });
});

describe('a revoked identity', () => {
  it('writes nothing, reads on, and everybody hears of it with the next message of another', async () => {
    await introduce(alice, bob);
    const old = await send(bob, 'Old');
    const { identity } = await defaultOf(alice);
    await alice.popup('identity.revoke', { identity, reason: 'compromised' });
    expect(await listOf(alice)).toMatchObject([{ revoked: { at: NOW, reason: 'compromised' } }]);
    await expect(alice.write('No')).rejects.toMatchObject(code('identity_revoked'));
    expect((await alice.read(old))[0]).toMatchObject({ text: 'Old' });
    const rename = alice.popup('identity.rename', { identity, name: 'No' });
    await expect(rename).rejects.toMatchObject(code('identity_revoked'));

    const fresh = await alice.popup('identity.add', { name: 'Alice again', version: 4 });
    await alice.popup('chat.setIdentity', { conversation: chat, identity: fresh.identity });
    clock.now += 60_000;
    const wires = await send(alice, 'New');
    const readings = await bob.read(wires);
    expect(readings).toMatchObject([
      { kind: 'contact', status: 'revoked', name: 'Alice' },
      { kind: 'contact', status: 'changed', name: 'Alice again' },
      { state: 'changed-key' },
    ]);
    await expect(bob.write('x')).rejects.toMatchObject(code('changed_key'));
    await bob.accept(wires[1] ?? '');
    expect((await bob.read(wires))[2]).toMatchObject({ state: 'pinned', author: { name: 'Alice again' } });
    expect((await alice.read(wires))[0]).toMatchObject({ status: 'told' });
  });

  it('of a member stops what would be encrypted to it', async () => {
    await introduce(alice, bob);
    const { identity } = await defaultOf(alice);
    await alice.popup('identity.revoke', { identity, reason: 'retired' });
    const fresh = await alice.popup('identity.add', { name: 'Alice again', version: 4 });
    await alice.popup('chat.setIdentity', { conversation: chat, identity: fresh.identity });
    const [first] = await send(alice, 'New');
    await bob.read([first ?? '']);
    await expect(bob.write('x')).rejects.toMatchObject(code('certificate_unusable'));
    expect((await bob.chat()).members[0]).toMatchObject({ name: 'Alice', problem: 'certificate_revoked' });
  });

  it('has a certificate that says so, which can be saved before', async () => {
    const { identity } = await defaultOf(alice);
    const { armored } = await alice.popup('identity.revocation', { identity });
    expect(armored).toContain('BEGIN PGP PUBLIC KEY BLOCK');
  });
});

describe('a deleted identity', () => {
  it('can be brought back until it is forgotten, and then is gone from the disk', async () => {
    const { identity } = await defaultOf(alice);
    await expect(alice.popup('identity.remove', { identity })).rejects.toMatchObject(code('identity_last'));
    await introduce(alice, bob);
    const wires = await send(bob, 'Hello');
    await alice.popup('identity.add', { name: 'Other', version: 4 });
    await alice.popup('identity.remove', { identity });
    expect(await namesOf(alice)).toEqual(['Other']);
    await expect(alice.write('No')).rejects.toMatchObject(code('identity_deleted'));
    expect((await alice.chat()).identity).toMatchObject({ problem: 'deleted', fingerprint: null });
    expect((await alice.read(wires))[0]).toMatchObject({ state: 'not-for-me' });
    await alice.popup('identity.restore', { identity });
    expect((await alice.read(wires))[0]).toMatchObject({ text: 'Hello' });

    await alice.popup('identity.remove', { identity });
    await alice.popup('identity.forget', {});
    const gone = alice.popup('identity.restore', { identity });
    await expect(gone).rejects.toMatchObject(code('bad_request'));
    expect((await defaultOf(alice)).name).toBe('Other');
  });

  it('is gone after the next unlocking too', async () => {
    const { identity } = await alice.popup('identity.add', { name: 'Other', version: 4 });
    await alice.popup('identity.remove', { identity });
    await alice.popup('vault.lock', {});
    await alice.popup('vault.unlock', { passphrase: PASSPHRASE });
    const gone = alice.popup('identity.restore', { identity });
    await expect(gone).rejects.toMatchObject(code('bad_request'));
  });
});
