import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openBackup } from '../../openpgp/backup';
import { introduce } from '../testing/introduce';
import { createPerson, PASSPHRASE, type Person } from '../testing/person';

vi.mock('../../openpgp/passphrase', () => import('../testing/cheap-passphrase'));

const chat = { site: 'chat.example', chat: 'room' };
const seal = { picture: 3, hue: 60 };
const NOW = Date.UTC(2026, 4, 3, 12);
const code = (expected: string) => ({ code: expected });
const clock = { now: NOW };

const wordsOf = async (person: Person, renew = false) =>
  (await person.popup('recovery.words', { current: PASSPHRASE, renew })).words;
const save = async (person: Person) => {
  const words = (await wordsOf(person)).join(' ');
  return { words, file: (await person.popup('backup.save', {})).file };
};

let alice: Person;
let bob: Person;
beforeEach(async () => {
  clock.now = NOW;
  alice = createPerson('Alice', clock, chat);
  bob = createPerson('Bob', clock, chat);
  await Promise.all([alice.setUp(), bob.setUp()]);
});

describe('a recovery code', () => {
  it('is made once, shown to who knows the passphrase, and another one when that is asked for', async () => {
    expect(await alice.popup('recovery.look', {})).toEqual({
      made: null,
      checked: null,
      saved: null,
      changed: false,
    });
    const wrong = alice.popup('recovery.words', { current: 'wrong', renew: false });
    await expect(wrong).rejects.toMatchObject(code('wrong_passphrase'));
    const words = await wordsOf(alice);
    expect(await wordsOf(alice)).toEqual(words);
    alice.restartWorker();
    expect(await wordsOf(alice)).toEqual(words);
    expect(await wordsOf(alice, true)).not.toEqual(words);
  });

  it('counts as written down once two words of it were given back', async () => {
    const words = await wordsOf(alice);
    const check = (first: number, second: number, word = words[second - 1] ?? '') =>
      alice.popup('recovery.check', {
        answers: [
          { place: first, word: ` ${words[first - 1]?.toUpperCase()} ` },
          { place: second, word },
        ],
      });
    expect(await check(3, 17, 'sotto')).toEqual({ right: false });
    expect(await check(3, 3)).toEqual({ right: false });
    expect((await alice.popup('recovery.look', {})).checked).toBeNull();
    expect(await check(3, 17)).toEqual({ right: true });
    expect((await alice.popup('recovery.look', {})).checked).toBe(NOW);
    await wordsOf(alice, true);
    expect((await alice.popup('recovery.look', {})).checked).toBeNull();
  });

  it('comes before a backup', async () => {
    await expect(alice.popup('backup.save', {})).rejects.toMatchObject(code('recovery_none'));
  });
});

describe('a backup on a new device', () => {
  it('reads the old messages, knows the people, and writes what they read', async () => {
    await introduce(alice, bob);
    const old = [await alice.write('From before'), await bob.write('An answer')].flat();
    const { fingerprint: pinned } = (await alice.popup('contacts.list', {}))[0] ?? {};
    const backup = await save(alice);

    const later = createPerson('Alice', clock, chat);
    expect(await later.popup('backup.inspect', backup)).toMatchObject({
      made: NOW,
      identities: [{ name: 'Alice', known: false }],
      contacts: { all: 1, fresh: 1, names: ['Bob'] },
      chats: { all: 1, fresh: 1 },
      differences: [],
    });
    await later.popup('backup.restore', { ...backup, passphrase: 'of this device', seal });
    expect(await later.popup('vault.look', {})).toMatchObject({ state: 'unlocked', seal });
    expect((await later.popup('contacts.list', {})).map(({ fingerprint }) => fingerprint)).toEqual([pinned]);
    expect((await later.popup('recovery.look', {})).saved).toBe(NOW);
    await later.popup('vault.lock', {});
    await later.popup('vault.unlock', { passphrase: 'of this device' });

    // The browser's permission is each device's own.
    later.browser.granted.add('https://chat.example/*');
    await later.popup('sites.set', { origin: 'https://chat.example', on: true });
    expect(await later.read(old)).toMatchObject([{ text: 'From before' }, { text: 'An answer' }]);
    // Both devices go on writing: neither is taken for a copy of the other.
    const [here, there] = [await alice.write('From the old one'), await later.write('From the new one')];
    expect(await bob.read([...here, ...there])).toMatchObject([
      { text: 'From the old one', state: 'pinned', author: { name: 'Alice' } },
      { text: 'From the new one', state: 'pinned', author: { name: 'Alice' } },
    ]);
  });

  it('opens with its own words alone, and leaves everything as it was when it does not', async () => {
    const { file, words } = await save(alice);
    const other = (await wordsOf(bob)).join(' ');
    const later = createPerson('Alice', clock, chat);
    const restore = (request: { file: string; words: string }) =>
      later.popup('backup.restore', { ...request, passphrase: 'of this device', seal });
    await expect(restore({ file, words: other })).rejects.toMatchObject(code('backup_code'));
    await expect(restore({ file, words: words.slice(5) })).rejects.toMatchObject({
      code: expect.stringMatching(/^recovery_/),
    });
    await expect(restore({ file: 'no backup', words })).rejects.toMatchObject(code('backup_none'));
    expect(await later.popup('vault.look', {})).toMatchObject({ state: 'empty' });
    await restore({ file, words });
    await expect(restore({ file, words })).rejects.toMatchObject(code('identity_exists'));
  });

  it('that refuses the write has nothing, and takes it the next time', async () => {
    const backup = await save(alice);
    const later = createPerson('Alice', clock, chat);
    later.store.failing = true;
    const restore = () => later.popup('backup.restore', { ...backup, passphrase: 'of this device', seal });
    await expect(restore()).rejects.toMatchObject(code('storage_failed'));
    later.store.failing = false;
    later.restartWorker();
    expect(await later.popup('vault.look', {})).toMatchObject({ state: 'empty' });
    await restore();
    expect(await later.popup('vault.look', {})).toMatchObject({ state: 'unlocked' });
  });

  it('does not bring back what was deleted', async () => {
    await introduce(alice, bob);
    const [contact] = await alice.popup('contacts.list', {});
    await alice.popup('contacts.remove', { contact: contact?.contact ?? '' });
    const backup = await save(alice);
    const later = createPerson('Alice', clock, chat);
    await later.popup('backup.restore', { ...backup, passphrase: 'of this device', seal });
    expect(await later.popup('contacts.list', {})).toEqual([]);
    // Nor as a reader of a chat, which they would be again once somebody adds them.
    const { contents } = JSON.parse(await openBackup(backup.file, backup.words)) as { contents: string };
    const { conversations } = JSON.parse(contents) as { conversations: { members: string[] }[] };
    expect(conversations.map(({ members }) => members)).toEqual([[]]);
  });
});

describe('a backup beside what is there', () => {
  it('adds what is missing and says what differs, which stays', async () => {
    await introduce(alice, bob);
    const backup = await save(alice);
    expect(await alice.popup('recovery.look', {})).toMatchObject({ saved: NOW, changed: false });
    const { identity } = (await alice.popup('identity.look', {})) ?? { identity: '' };
    clock.now += 60_000;
    await alice.popup('identity.rename', { identity, name: 'Alice the second' });
    expect(await alice.popup('recovery.look', {})).toMatchObject({ changed: true });

    expect(await alice.popup('backup.inspect', backup)).toMatchObject({
      identities: [{ name: 'Alice', known: true }],
      contacts: { all: 1, fresh: 0, names: [] },
      chats: { all: 1, fresh: 0 },
      differences: [{ kind: 'identity', name: 'Alice the second' }],
    });
    await alice.popup('backup.merge', backup);
    expect((await alice.popup('identity.list', {})).map(({ name }) => name)).toEqual(['Alice the second']);

    const carol = createPerson('Carol', clock, chat);
    await carol.setUp();
    await carol.popup('backup.merge', backup);
    expect((await carol.popup('identity.list', {})).map(({ name }) => name)).toEqual(['Carol', 'Alice']);
    expect((await carol.popup('contacts.list', {})).map(({ name }) => name)).toEqual(['Bob']);
    // What this device begins with stays its own.
    expect((await carol.popup('identity.look', {}))?.name).toBe('Carol');
  });

  it('is asked of an unlocked Sotto only', async () => {
    const backup = await save(alice);
    await alice.popup('vault.lock', {});
    for (const name of ['backup.inspect', 'backup.merge'] as const)
      await expect(alice.popup(name, backup)).rejects.toMatchObject(code('locked'));
    for (const name of ['recovery.look', 'backup.save'] as const)
      await expect(alice.popup(name, {})).rejects.toMatchObject(code('locked'));
  });

  it('is for Sotto’s own pages alone', async () => {
    const backup = await save(alice);
    await expect(alice.content('backup.save', {})).rejects.toMatchObject(code('bad_request'));
    const frame = await alice.place('composer');
    await expect(frame('backup.inspect', backup)).rejects.toMatchObject(code('bad_request'));
    await expect(frame('recovery.words', { current: PASSPHRASE, renew: false })).rejects.toMatchObject(
      code('bad_request'),
    );
  });
});
