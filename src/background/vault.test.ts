import * as fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { SottoError } from '../protocol/errors';
import { conversationAt, withConversation } from './conversations';
import type { Contents } from './store/contents';
import { emptyClearRecord } from './store/clear-record';
import { createFakeBrowser } from './testing/fake-browser';
import { createMemoryStore, type MemoryStore } from './testing/memory-store';
import { createVault, type Vault } from './vault';

vi.mock('../openpgp/passphrase', () => import('./testing/cheap-passphrase'));
const forgetSecrets = vi.hoisted(() => vi.fn());
vi.mock('../openpgp/decrypt', () => ({ forgetSecrets }));

const RIGHT = 'right';
const seal = { picture: 1, hue: 1 };
const contents = {
  identities: [
    {
      certificate: new Uint8Array([1]),
      fingerprint: 'a'.repeat(40),
      pin: 'a'.repeat(128),
      name: 'Alice',
      version: 4,
      algorithm: 'Ed25519',
      created: 0,
      expires: null,
      readsSeipd2: true,
      warnings: [],
      secretKey: new TextEncoder().encode('the secret key itself'),
      revocation: '',
      device: 'd'.repeat(16),
      revoked: null,
      hidden: false,
    },
  ],
  defaultIdentity: 'a'.repeat(128),
  siteIdentities: [],
  contacts: [],
  conversations: [],
  outgoing: [],
  recovery: null,
} as unknown as Contents;

function start(store: MemoryStore = createMemoryStore()) {
  const clock = { now: 1_000_000 };
  const browser = createFakeBrowser();
  const create = () =>
    createVault({
      store,
      session: browser.platform.session,
      now: () => clock.now,
      onChange: async () => undefined,
      onLock,
    });
  const onLock = vi.fn(async () => undefined);
  return { onLock, clock, browser, store, create, vault: create() };
}
const addChat = (vault: Vault, chat: string) =>
  vault.change(async (before) => {
    // Gives others a turn in the middle of the change.
    await Promise.resolve();
    const at = conversationAt(before, { site: 'chat.example', chat });
    return [withConversation(before, { ...at, mode: 'on' }), undefined];
  });
const chatsOf = async (vault: Vault) => (await vault.open()).contents.conversations.map(({ chat }) => chat);
const code = (expected: string, detail = '') => ({ code: expected, detail });

describe('the vault', () => {
  let at: ReturnType<typeof start>;
  beforeEach(async () => {
    at = start();
    await at.vault.create(contents, RIGHT, seal);
  });

  it('is empty, then open, then locked, then open again', async () => {
    const { vault } = start();
    expect(await vault.state()).toBe('empty');
    await expect(vault.open()).rejects.toMatchObject(code('no_identity'));
    await vault.create(contents, RIGHT, seal);
    expect(await vault.state()).toBe('unlocked');
    await vault.lock();
    expect(await vault.state()).toBe('locked');
    await expect(vault.open()).rejects.toMatchObject(code('locked'));
    await vault.unlock(RIGHT);
    expect((await vault.open()).contents.identities[0]?.name).toBe('Alice');
  });

  it('on a lock forgets the data key, the secret keys and every plaintext', async () => {
    forgetSecrets.mockClear();
    expect(at.browser.stored.has('dataKey')).toBe(true);
    await at.vault.lock();
    expect(at.browser.stored.has('dataKey')).toBe(false);
    expect(forgetSecrets).toHaveBeenCalledOnce();
    expect(at.onLock).toHaveBeenCalledOnce();
  });

  it('is locked even if the browser will not drop the data key, which is written over then', async () => {
    const { session } = at.browser.platform;
    const remove = vi.spyOn(session, 'remove').mockRejectedValue(new Error('no'));
    await at.vault.lock();
    expect(await at.vault.state()).toBe('locked');
    expect(await at.create().state()).toBe('locked');
    await at.vault.unlock(RIGHT);
    expect(await at.create().state()).toBe('unlocked');

    const set = vi.spyOn(session, 'set').mockRejectedValue(new Error('no'));
    at.onLock.mockClear();
    forgetSecrets.mockClear();
    await expect(at.vault.lock()).rejects.toThrow('no');
    expect(await at.vault.state()).toBe('locked');
    await expect(at.vault.open()).rejects.toMatchObject(code('locked'));
    expect(at.onLock).toHaveBeenCalledOnce();
    expect(forgetSecrets).toHaveBeenCalledOnce();
    remove.mockRestore();
    set.mockRestore();
    await at.vault.unlock(RIGHT);
    expect(await chatsOf(at.vault)).toEqual([]);
  });

  it('makes no second identity over the first', async () => {
    await expect(at.vault.create(contents, 'other', seal)).rejects.toMatchObject(code('identity_exists'));
    await at.vault.lock();
    await at.vault.unlock(RIGHT);
  });

  it('stays open over a restart of the worker, and is locked after the browser ended', async () => {
    expect((await at.create().open()).contents.identities[0]?.name).toBe('Alice');
    at.browser.endSession();
    expect(await at.create().state()).toBe('locked');
  });

  it('writes neither the secret key nor a name to disk in the clear', async () => {
    await addChat(at.vault, 'a chat with Bob');
    const disk = JSON.stringify(at.store.records(), (_, value: unknown) =>
      value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : value,
    );
    for (const secret of ['the secret key itself', 'Alice', 'Bob', 'chat.example'])
      expect(disk).not.toContain(secret);
    const dataKey = atob(String(at.browser.stored.get('dataKey')));
    expect(disk.replaceAll(RIGHT, '')).not.toContain(dataKey);
  });

  it('keeps the index of chats in step with the contents', async () => {
    await addChat(at.vault, 'room');
    expect(Object.values((await at.vault.clear()).chats)).toEqual(['on']);
  });

  it('loses none of many changes at once', async () => {
    const names = Array.from({ length: 20 }, (_, index) => `chat ${index}`);
    await Promise.all(names.map((name) => addChat(at.vault, name)));
    expect((await chatsOf(at.create())).sort()).toEqual(names.sort());
  });

  it('leaves memory and disk as they were when the disk refuses', async () => {
    at.store.failing = true;
    await expect(addChat(at.vault, 'lost')).rejects.toMatchObject(code('storage_failed'));
    expect(await chatsOf(at.vault)).toEqual([]);
    at.store.failing = false;
    await addChat(at.vault, 'kept');
    expect(await chatsOf(at.create())).toEqual(['kept']);
  });

  it('lets a failed change fail alone', async () => {
    const failing = at.vault.change(async () => {
      throw new SottoError('no_members');
    });
    const next = addChat(at.vault, 'next');
    await expect(failing).rejects.toMatchObject(code('no_members'));
    await next;
    expect(await chatsOf(at.vault)).toEqual(['next']);
  });
});

describe('wrong passphrases', () => {
  it('are free three times, then cost ever more time, which a restart does not spare', async () => {
    const { vault, create, clock } = start();
    await vault.create(contents, RIGHT, seal);
    await vault.lock();
    for (let count = 0; count < 3; count += 1) {
      await expect(create().unlock('wrong')).rejects.toMatchObject(code('wrong_passphrase'));
    }
    await expect(create().unlock(RIGHT)).rejects.toMatchObject(code('try_later', '2'));
    clock.now += 2000;
    await expect(create().unlock('wrong')).rejects.toMatchObject(code('wrong_passphrase'));
    await expect(create().unlock(RIGHT)).rejects.toMatchObject(code('try_later', '4'));
    clock.now += 4000;
    await create().unlock(RIGHT);
    await vault.lock();
    await expect(create().unlock('wrong')).rejects.toMatchObject(code('wrong_passphrase'));
    await create().unlock(RIGHT);
  });

  it('never cost more than five minutes, even if the clock was set back', async () => {
    const { vault, clock } = start();
    await vault.create(contents, RIGHT, seal);
    await vault.lock();
    for (let count = 0; count < 20; count += 1) {
      await vault.unlock('wrong').catch(() => undefined);
      clock.now += 300_000;
    }
    await vault.unlock('wrong').catch(() => undefined);
    clock.now = 0;
    await expect(vault.unlock(RIGHT)).rejects.toMatchObject(code('try_later', '300'));
  });
});

describe('stored data that cannot be read', () => {
  it('is said to be unreadable and is left as it is', async () => {
    const records = { clear: { ...emptyClearRecord(), surprise: 1 }, sealed: 'x' };
    const store = createMemoryStore(records);
    const { vault } = start(store);
    expect(await vault.state()).toBe('unreadable');
    await expect(vault.create(contents, RIGHT, seal)).rejects.toMatchObject({ code: 'storage_unreadable' });
    await expect(vault.changeClear((clear) => clear)).rejects.toMatchObject({ code: 'storage_unreadable' });
    expect(store.records()).toBe(records);
  });

  it('by a later version is said to be so', async () => {
    const { vault } = start(createMemoryStore({ clear: { version: 99 }, sealed: undefined }));
    await expect(vault.clear()).rejects.toMatchObject({ code: 'newer_version' });
  });

  it('under the seal refuses to open, whatever bit is another', async () => {
    const { vault, store } = start();
    await vault.create(contents, RIGHT, seal);
    await vault.lock();
    const sealed = store.records().sealed as { ciphertext: Uint8Array };
    const torn = {
      ...sealed,
      ciphertext: sealed.ciphertext.map((byte, index) => (index === 5 ? byte ^ 1 : byte)),
    };
    await store.save({ sealed: torn });
    await expect(vault.unlock(RIGHT)).rejects.toMatchObject({ code: 'storage_unreadable' });
    expect(await vault.state()).toBe('locked');
  });
});

type Step =
  | { readonly do: 'add'; readonly chat: string; readonly full: boolean }
  | { readonly do: 'lock' | 'unlock' | 'kill' | 'endSession' };

describe('any order of use and failure', () => {
  it('leaves what was last stored, and nothing between', async () => {
    const step: fc.Arbitrary<Step> = fc.oneof(
      fc.record({
        do: fc.constant('add' as const),
        chat: fc.constantFrom('a', 'b', 'c', 'd'),
        full: fc.boolean(),
      }),
      fc.record({
        do: fc.constantFrom('lock' as const, 'unlock' as const, 'kill' as const, 'endSession' as const),
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const at = start();
        let { vault } = at;
        await vault.create(contents, RIGHT, seal);
        const expected = new Set<string>();
        let open = true;
        for (const next of steps) {
          if (next.do === 'add') {
            at.store.failing = next.full;
            const added = await addChat(vault, next.chat).then(
              () => true,
              () => false,
            );
            at.store.failing = false;
            expect(added).toBe(open && !next.full);
            if (added) expected.add(next.chat);
          } else if (next.do === 'kill') vault = at.create();
          else if (next.do === 'lock') await vault.lock();
          else if (next.do === 'unlock') await vault.unlock(RIGHT);
          else {
            at.browser.endSession();
            vault = at.create();
          }
          if (next.do === 'lock' || next.do === 'endSession') open = false;
          if (next.do === 'unlock') open = true;
          expect(await vault.state()).toBe(open ? 'unlocked' : 'locked');
        }
        await vault.unlock(RIGHT);
        expect(new Set(await chatsOf(vault))).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
});
