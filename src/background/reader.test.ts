import { beforeEach, describe, expect, it, vi } from 'vitest';
import { introduce } from './testing/introduce';
import { createPerson, type Person } from './testing/person';
import { createVault } from './vault';

vi.mock('../openpgp/passphrase', () => import('./testing/cheap-passphrase'));

const chat = { site: 'chat.example', chat: 'room' };
const clock = { now: Date.UTC(2026, 0, 2, 3, 4, 5) };
let alice: Person;
let bob: Person;

const meet = () => introduce(alice, bob);

beforeEach(async () => {
  alice = createPerson('Alice', clock, chat);
  bob = createPerson('Bob', clock, chat);
  await alice.setUp();
  await bob.setUp();
});

describe('messages in the wrong place', () => {
  it('moved to another chat with the same person are read, to another person are not', async () => {
    await meet();
    const [wire = ''] = await alice.write('for this room');
    const other = { site: 'chat.example', chat: 'elsewhere' };
    // Bob knows Alice here only; in a chat without her as a member she has no standing.
    expect((await bob.read([wire], other))[0]).toMatchObject({ state: 'wrong-chat' });
  });

  it('forwarded by the one it was for are shown as from elsewhere', async () => {
    await meet();
    const carol = createPerson('Carol', clock, chat);
    await carol.setUp();
    const [wire = ''] = await alice.write('between us');
    expect((await carol.read([wire]))[0]).toEqual({ kind: 'closed', state: 'not-for-me' });
  });
});

describe('damage', () => {
  it('never throws across, whatever stands in the text', async () => {
    await meet();
    const [wire = ''] = await alice.write('fine');
    const broken = [wire.slice(0, -9), `${wire}x`, 'QzSotto1', 'plain', '-----BEGIN PGP MESSAGE-----', '\0'];
    for (const reading of await bob.read(broken))
      expect(reading).toEqual({ kind: 'closed', state: 'damaged' });
  });
});

describe('damage to one’s own', () => {
  it('is told apart, so that nobody else is asked for the message', async () => {
    await meet();
    const [wire = ''] = await alice.write('fine');
    const cut = wire.slice(0, 200);
    expect(await alice.read([cut])).toEqual([{ kind: 'closed', state: 'damaged', own: true }]);
    alice.restartWorker();
    expect(await alice.read([cut])).toEqual([{ kind: 'closed', state: 'damaged', own: true }]);
    expect(await bob.read([cut])).toEqual([{ kind: 'closed', state: 'damaged' }]);
  });
});

describe('reading', () => {
  it('remembers who binds messages to this chat, over a restart', async () => {
    await meet();
    const [wire = ''] = await alice.write('bound');
    const vault = () =>
      createVault({
        store: bob.store,
        session: bob.browser.platform.session,
        now: () => clock.now,
        onChange: async () => undefined,
        onLock: async () => undefined,
      });
    const binds = async () => (await vault().open()).contents.conversations[0]?.binds;
    expect(await binds()).toEqual([]);
    await bob.read([wire]);
    const [contact] = await bob.popup('contacts.list', {});
    expect(await binds()).toEqual([contact?.contact]);
  });

  it('in two tabs at once notes a member who binds in one write', async () => {
    await meet();
    const [wire = ''] = await alice.write('bound');
    const readers = [await bob.place('reader'), await bob.place('reader')];
    const writes = vi.spyOn(bob.store, 'save');
    await Promise.all(readers.map((reader) => reader('reader.open', { items: [{ id: 0, wire }] })));
    expect(writes).toHaveBeenCalledTimes(1);
  });

  it('gives no text away once the vault is locked, even if it was under way', async () => {
    await meet();
    const [wire = ''] = await alice.write('secret');
    const reader = await bob.place('reader');
    const [{ items }] = await Promise.all([
      reader('reader.open', { items: [{ id: 0, wire }] }),
      bob.popup('vault.lock', {}),
    ]);
    expect(items).toEqual([{ id: 0, reading: { kind: 'closed', state: 'locked' } }]);
  });

  it('knows the author of an older message once they are a contact', async () => {
    await meet();
    const carol = createPerson('Carol', clock, chat);
    await carol.setUp();
    const certificate = async (person: Person) =>
      (await person.popup('identity.look', {}))?.certificate ?? '';
    const toBob = await carol.popup('contacts.add', { armored: await certificate(bob) });
    await carol.popup('chat.set', { conversation: chat, on: true, members: [toBob.contact] });
    const [wire = ''] = await carol.write('hello');
    expect((await bob.read([wire]))[0]).toMatchObject({
      state: 'unknown-signer',
      author: null,
      text: 'hello',
    });
    await bob.popup('contacts.add', { armored: await certificate(carol) });
    expect((await bob.read([wire]))[0]).toMatchObject({ state: 'wrong-chat', author: { name: 'Carol' } });
  });
});

describe('a lock', () => {
  it('closes every reading and keeps the chat covered', async () => {
    const { invitation } = await meet();
    const [wire = ''] = await alice.write('secret');
    await alice.popup('vault.lock', {});
    expect(await alice.read([wire, invitation])).toEqual([
      { kind: 'closed', state: 'locked' },
      { kind: 'contact', status: 'locked', name: '', fingerprint: null },
    ]);
    expect(await alice.chat()).toMatchObject({ mode: 'on', locked: true, members: [] });
    await expect(alice.write('secret')).rejects.toMatchObject({ code: 'locked' });
  });
});
