import { beforeEach, describe, expect, it, vi } from 'vitest';
import { senders } from './testing/fake-browser';
import { introduce } from './testing/introduce';
import { createPerson, PASSPHRASE, type Person } from './testing/person';

vi.mock('../openpgp/passphrase', () => import('./testing/cheap-passphrase'));

const chat = { site: 'chat.example', chat: 'room' };
const clock = { now: Date.UTC(2026, 0, 2) };
let alice: Person;

beforeEach(async () => {
  alice = createPerson('Alice', clock, chat);
  await alice.setUp();
});

describe('a content script', () => {
  const look = (conversation: typeof chat, url: string) =>
    alice.ask('chat.look', { conversation, title: '' }, senders.content(1, url));

  it('is heard on sites that are switched on only', async () => {
    await expect(look(chat, 'https://chat.example/x')).resolves.toBeDefined();
    for (const url of [
      'http://chat.example/',
      'https://chat.example.evil.example/',
      'https://evil.example/',
    ]) {
      await expect(look(chat, url)).rejects.toMatchObject({ code: 'unknown_site' });
    }
    await alice.popup('sites.set', { origin: 'https://chat.example', on: false });
    await expect(look(chat, 'https://chat.example/x')).rejects.toMatchObject({ code: 'unknown_site' });
  });

  it('cannot speak for another host', async () => {
    const foreign = look({ site: 'web.other.example', chat: 'room' }, 'https://chat.example/');
    await expect(foreign).rejects.toMatchObject({ code: 'unknown_site' });
  });

  it('cannot name the chats of another host that runs the same product', async () => {
    alice.browser.granted.add('http://chat.example/*');
    await alice.popup('sites.set', { origin: 'http://chat.example', on: true });
    for (const site of ['converse', 'demo']) {
      const [mine, theirs] = ['chat.example:8080 bob@x', 'web.other.example bob@x'];
      const url = 'http://chat.example:8080/room';
      await expect(look({ site, chat: mine }, url)).resolves.toBeDefined();
      for (const named of [
        theirs,
        'bob@x',
        'chat.example:8080',
        'chat.example bob@x',
        'chat.example:80801 bob@x',
      ]) {
        await expect(look({ site, chat: named }, url)).rejects.toMatchObject({ code: 'unknown_site' });
      }
    }
  });

  it('gets no members', async () => {
    expect((await look(chat, 'https://chat.example/')).members).toEqual([]);
  });
});

describe('sites', () => {
  it('need the permission, and are http(s) origins', async () => {
    const set = (origin: string) => alice.popup('sites.set', { origin, on: true });
    await expect(set('https://other.example')).rejects.toMatchObject({ code: 'permission_refused' });
    for (const origin of [
      'https://other.example/path',
      'file://',
      'javascript:1',
      'other.example',
      '',
      'https://*',
    ]) {
      await expect(set(origin)).rejects.toMatchObject({ code: 'unknown_site' });
    }
  });

  it('are registered for their host and put into its open tabs, once', async () => {
    alice.browser.granted.add('http://127.0.0.1/*');
    alice.browser.activeTab = { id: 9 };
    for (const origin of ['http://127.0.0.1:8080', 'http://127.0.0.1:9090']) {
      await alice.popup('sites.set', { origin, on: true });
    }
    expect([...alice.browser.registered.values()].map(({ matches }) => matches)).toEqual([
      ['https://chat.example/*'],
      ['http://127.0.0.1/*'],
    ]);
    expect(alice.browser.executed.at(-1)).toEqual({
      target: { tabId: 9, allFrames: true },
      files: ['sites/generic.js'],
    });
    expect((await alice.popup('sites.list', {})).map(({ site, on }) => [site, on])).toEqual([
      ['chat.example', true],
      ['127.0.0.1', true],
    ]);
  });

  it('come back after an update, and go when the permission goes', async () => {
    alice.browser.registered.clear();
    await alice.core().reconcileSites();
    expect(alice.browser.registered.size).toBe(1);
    alice.browser.granted.clear();
    await alice.core().reconcileSites();
    expect(alice.browser.registered.size).toBe(0);
    expect(await alice.popup('sites.list', {})).toEqual([]);
  });

  it('run anew in the tabs open during an update, where the permission still holds', async () => {
    alice.browser.registered.clear();
    alice.browser.executed.length = 0;
    alice.browser.activeTab = { id: 9 };
    await alice.core().restartSites();
    expect(alice.browser.registered.size).toBe(1);
    expect(alice.browser.executed).toEqual([
      { target: { tabId: 9, allFrames: true }, files: ['sites/generic.js'] },
    ]);
    await alice.core().reconcileSites();
    expect(alice.browser.executed).toHaveLength(1);
    alice.browser.granted.clear();
    await alice.core().restartSites();
    expect(alice.browser.executed).toHaveLength(1);
  });

  it('are switched on by the grant itself, when the browser closed the popup that asked', async () => {
    alice.browser.granted.add('https://new.example/*');
    await alice.core().onGranted(['https://new.example/*', 'https://*/*', '<all_urls>']);
    const on = (await alice.popup('sites.list', {})).map(({ site }) => site);
    expect(on).toEqual(['chat.example', 'new.example']);
  });

  it('stay switched on while locked and without an identity', async () => {
    await alice.popup('vault.lock', {});
    expect(await alice.popup('sites.list', {})).toHaveLength(1);
  });
});

describe('where the stored data cannot be read', () => {
  /** What the content script and the composer's frame learn. */
  const asked = async () => {
    const at = await alice.content('chat.look', { conversation: chat, title: 'Room' });
    const composer = await alice.place('composer');
    const { chat: seen, draft } = await composer('composer.look', {});
    expect(seen).toEqual({ ...at, title: '' });
    expect(draft).toBe('');
    return at;
  };
  const damage = async (records: object) => {
    await alice.store.save(records);
    alice.restartWorker();
    expect((await alice.popup('vault.look', {})).state).toBe('unreadable');
  };

  it('a chat counts as locked, in the mode that the index names', async () => {
    await (
      await alice.place('composer')
    )('composer.invite', {});
    await damage({ sealed: 'damaged' });
    expect(await asked()).toMatchObject({ locked: true, hasIdentity: true, mode: 'inviting', members: [] });
  });

  it('a chat counts as locked and encrypted if there is no index either', async () => {
    await damage({ clear: 'damaged' });
    expect(await asked()).toMatchObject({ locked: true, hasIdentity: true, mode: 'on', members: [] });
    expect(await alice.read(['QzSotto1'])).toEqual([{ kind: 'closed', state: 'damaged' }]);
  });

  it('a site that is not switched on stays without', async () => {
    await damage({ clear: 'damaged' });
    const url = 'https://other.example/';
    const conversation = { site: 'other.example', chat: 'room' };
    const look = alice.ask('chat.look', { conversation, title: '' }, senders.content(2, url));
    await expect(look).rejects.toMatchObject({ code: 'unknown_site' });
  });

  it('messages and certificates read as locked', async () => {
    const bob = createPerson('Bob', clock, chat);
    await bob.setUp();
    const { invitation } = await introduce(alice, bob);
    const [wire = ''] = await alice.write('secret');
    await damage({ sealed: 'damaged' });
    expect(await alice.read([wire, invitation])).toMatchObject([
      { kind: 'closed', state: 'locked' },
      { kind: 'contact', status: 'locked' },
    ]);
    await expect(alice.popup('vault.unlock', { passphrase: PASSPHRASE })).rejects.toMatchObject({
      code: 'storage_unreadable',
    });
  });
});
