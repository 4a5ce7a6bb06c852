import { beforeEach, describe, expect, it, vi } from 'vitest';
import { findSecretKeys } from '../openpgp/secret-import';
import { introduce } from './testing/introduce';
import { createPerson, PASSPHRASE, type Person } from './testing/person';
import { made } from '../openpgp/testing/made';

vi.mock('../openpgp/passphrase', () => import('./testing/cheap-passphrase'));

const chat = { site: 'chat.example', chat: 'room' };
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

const namesOf = async (person: Person) => (await person.popup('identity.list', {})).map(({ name }) => name);
const defaultOf = async (person: Person) => {
  const identity = await person.popup('identity.look', {});
  if (!identity) throw new Error('no identity');
  return identity;
};

describe('secret keys that come in and go out', () => {
  it('are imported all or none, once, and write at once', async () => {
    const keys = await Promise.all([made({ date: new Date(NOW) }), made({ date: new Date(NOW) })]);
    const text = keys.map((key) => key.armor()).join('\n');
    const source = { kind: 'text' as const, text };
    const found = await alice.popup('identity.inspect', { source });
    expect(found).toMatchObject([{ isProtected: false, problem: null }, { name: 'Made' }]);
    const fingerprints = found.map(({ fingerprint }) => fingerprint);
    const wrong = alice.popup('identity.import', {
      source,
      fingerprints: [...fingerprints, 'f'.repeat(40)],
      passphrase: '',
    });
    await expect(wrong).rejects.toMatchObject(code('key_none'));
    expect(await namesOf(alice)).toEqual(['Alice']);
    const [imported] = await alice.popup('identity.import', { source, fingerprints, passphrase: '' });
    const again = alice.popup('identity.import', { source, fingerprints, passphrase: '' });
    await expect(again).rejects.toMatchObject(code('key_known'));
    await alice.popup('chat.setIdentity', { conversation: chat, identity: imported?.identity ?? '' });
    await introduce(alice, bob);
    expect(await bob.read(await alice.write('Imported'))).toMatchObject([
      { text: 'Imported', author: { name: 'Made' } },
    ]);
  });

  it('go out under a passphrase, to those who know the vault’s', async () => {
    const { identity, fingerprint } = await defaultOf(alice);
    const ask = (current: string) =>
      alice.popup('identity.export', { identity, current, passphrase: 'file', form: 'everywhere' });
    await expect(ask('wrong')).rejects.toMatchObject(code('wrong_passphrase'));
    const { armored } = await ask(PASSPHRASE);
    expect(await findSecretKeys(armored, NOW)).toMatchObject([{ fingerprint, isProtected: true }]);
    const source = { kind: 'text' as const, text: armored };
    const carol = createPerson('Carol', clock, chat);
    await carol.setUp();
    const request = { source, fingerprints: [fingerprint] };
    const wrong = carol.popup('identity.import', { ...request, passphrase: 'other' });
    await expect(wrong).rejects.toMatchObject(code('key_passphrase'));
    expect(await carol.popup('identity.import', { ...request, passphrase: 'file' })).toMatchObject([
      { identity },
    ]);
  }, 30_000);

  it('are never asked for by a page or a frame', async () => {
    const { identity } = await defaultOf(alice);
    const source = { kind: 'text' as const, text: (await made()).armor() };
    const frame = await alice.place('composer');
    for (const ask of [alice.content, frame]) {
      await expect(ask('identity.inspect', { source })).rejects.toMatchObject(code('bad_request'));
      await expect(
        ask('identity.import', { source, fingerprints: ['f'.repeat(40)], passphrase: '' }),
      ).rejects.toMatchObject(code('bad_request'));
      await expect(
        ask('identity.export', { identity, current: PASSPHRASE, passphrase: 'x', form: 'newest' }),
      ).rejects.toMatchObject(code('bad_request'));
      await expect(ask('identity.list', {})).rejects.toMatchObject(code('bad_request'));
    }
    // Nor does a secret key in a chat become anything.
    expect(await alice.read([source.text])).toMatchObject([{ kind: 'closed', state: 'damaged' }]);
    expect(await namesOf(alice)).toEqual(['Alice']);
  });

  it('change nothing when the disk refuses', async () => {
    const { identity } = await defaultOf(alice);
    alice.store.failing = true;
    const failed = code('storage_failed');
    await expect(alice.popup('identity.add', { name: 'Other', version: 4 })).rejects.toMatchObject(failed);
    await expect(alice.popup('identity.rename', { identity, name: 'Other' })).rejects.toMatchObject(failed);
    await expect(alice.popup('identity.revoke', { identity, reason: 'retired' })).rejects.toMatchObject(
      failed,
    );
    alice.store.failing = false;
    expect(await alice.popup('identity.list', {})).toMatchObject([{ name: 'Alice', revoked: null }]);
  });
});

describe('the passphrase', () => {
  it('is changed by those who know it, and the new one alone unlocks', async () => {
    const change = (current: string) =>
      alice.popup('vault.changePassphrase', { current, next: 'another one' });
    await expect(change('wrong')).rejects.toMatchObject(code('wrong_passphrase'));
    await change(PASSPHRASE);
    await alice.popup('vault.lock', {});
    const old = alice.popup('vault.unlock', { passphrase: PASSPHRASE });
    await expect(old).rejects.toMatchObject(code('wrong_passphrase'));
    await alice.popup('vault.unlock', { passphrase: 'another one' });
    expect(await namesOf(alice)).toEqual(['Alice']);
  });

  it('stays what it was when the disk refuses, and wrong ones are slowed down', async () => {
    alice.store.failing = true;
    const change = (current: string) =>
      alice.popup('vault.changePassphrase', { current, next: 'another one' });
    await expect(change(PASSPHRASE)).rejects.toMatchObject(code('storage_failed'));
    alice.store.failing = false;
    for (let count = 0; count < 3; count++) await change('wrong').catch(() => null);
    await expect(change(PASSPHRASE)).rejects.toMatchObject(code('try_later'));
    clock.now += 10_000;
    await alice.popup('vault.lock', {});
    await alice.popup('vault.unlock', { passphrase: PASSPHRASE });
  });
});
