import { beforeEach, describe, expect, it, vi } from 'vitest';
import { armorCiphertext } from '../openpgp/armor';
import type { CiphertextBinary } from '../openpgp/types';
import { writeTokens } from '../wire/token';
import { senders } from './testing/fake-browser';
import { createPerson, PASSPHRASE, type Person } from './testing/person';

vi.mock('../openpgp/passphrase', () => import('./testing/cheap-passphrase'));

const chat = { site: 'chat.example', chat: 'room' };
const other = { site: 'chat.example', chat: 'other' };
const clock = { now: Date.UTC(2026, 0, 2) };
let alice: Person;

beforeEach(async () => {
  alice = createPerson('Alice', clock, chat);
  await alice.setUp();
});

describe('drafts', () => {
  it('are kept per chat, over a restart and a lock, and never on disk', async () => {
    await (
      await alice.place('composer')
    )('composer.saveDraft', { text: 'half a thought' });
    alice.restartWorker();
    expect((await (await alice.place('composer'))('composer.look', {})).draft).toBe('half a thought');
    expect((await (await alice.place('composer', other))('composer.look', {})).draft).toBe('');
    await alice.popup('vault.lock', {});
    expect((await (await alice.place('composer'))('composer.look', {})).draft).toBe('');
    expect(JSON.stringify([...alice.browser.stored])).not.toContain('half a thought');
    await alice.popup('vault.unlock', { passphrase: PASSPHRASE });
    const composer = await alice.place('composer');
    expect((await composer('composer.look', {})).draft).toBe('half a thought');
    await composer('composer.saveDraft', { text: '' });
    expect((await composer('composer.look', {})).draft).toBe('');
  });

  it('cannot be saved while locked', async () => {
    const composer = await alice.place('composer');
    await alice.popup('vault.lock', {});
    await expect(composer('composer.saveDraft', { text: 'x' })).rejects.toMatchObject({ code: 'locked' });
  });

  it('go when the message they became was seen, and a ticket counts once and in its own frame', async () => {
    const bob = createPerson('Bob', clock, chat);
    await bob.setUp();
    const armored = (await bob.popup('identity.look', {}))?.certificate ?? '';
    const { contact } = await alice.popup('contacts.add', { armored });
    await alice.popup('chat.set', { conversation: chat, on: true, members: [contact] });
    const composer = await alice.place('composer');
    await composer('composer.saveDraft', { text: 'sent soon' });
    const { ticket } = await composer('composer.encrypt', { text: 'sent soon' });
    const stranger = await alice.place('composer', other);
    await expect(stranger('composer.sent', { ticket })).rejects.toMatchObject({ code: 'bad_request' });
    expect((await composer('composer.look', {})).draft).toBe('sent soon');
    await composer('composer.sent', { ticket });
    expect((await composer('composer.look', {})).draft).toBe('');
    await expect(composer('composer.sent', { ticket })).rejects.toMatchObject({ code: 'bad_request' });
  });
});

describe('a frame', () => {
  it('that was not placed gets nothing', async () => {
    const stranger = senders.frame(1, 'composer', 'embedded by the page');
    const composer = alice.ask('composer.look', {}, stranger);
    await expect(composer).rejects.toMatchObject({ code: 'frame_not_paired' });
    const window = alice.ask('window.open', { view: 'unlock' }, stranger);
    await expect(window).rejects.toMatchObject({ code: 'frame_not_paired' });
    const claim = alice.ask('frame.claim', { nonce: '0'.repeat(32) }, stranger);
    await expect(claim).rejects.toMatchObject({ code: 'frame_not_paired' });
  });

  it('asks only what its kind may', async () => {
    const reader = await alice.place('reader');
    await expect(reader('composer.look', {})).rejects.toMatchObject({ code: 'frame_not_paired' });
    await expect(reader('prompt.look', { wire: 'x' })).rejects.toMatchObject({ code: 'frame_not_paired' });
  });

  it('opens our own window, one for each view', async () => {
    const composer = await alice.place('composer');
    await composer('window.open', { view: 'unlock' });
    await composer('window.open', { view: 'unlock' });
    expect(alice.browser.windows).toEqual(['chrome-extension://sotto-test/popup/index.html#unlock']);
    alice.browser.windows[0] = undefined;
    await composer('window.open', { view: 'unlock' });
    await composer('window.open', { view: 'chat' });
    expect(alice.browser.windows.at(-1)).toBe(
      'chrome-extension://sotto-test/popup/index.html?view=full#chat',
    );
    expect(alice.browser.windows).toHaveLength(3);
  });

  it('gets the seal with its claim', async () => {
    const { nonce } = await alice.content('frame.place', {
      kind: 'reader',
      conversation: chat,
      title: 'Room',
      limit: 2000,
      newlines: false,
    });
    expect(await alice.ask('frame.claim', { nonce }, senders.frame(1, 'reader', 'mine'))).toEqual({
      kind: 'reader',
      conversation: chat,
      title: 'Room',
      limit: 2000,
      seal: { picture: 1, hue: 30 },
    });
  });
});

describe('site.load', () => {
  it('puts the script of a product that is known into the asking document', async () => {
    await alice.content('site.load', { site: 'element' });
    expect(alice.browser.executed.at(-1)).toEqual({
      target: { tabId: 1, documentIds: ['content-1'] },
      files: ['sites/element.js'],
    });
  });

  it.each(['whatsapp', 'generic', 'nothing', '..'])('refuses %s', async (site) => {
    const before = alice.browser.executed.length;
    await expect(alice.content('site.load', { site })).rejects.toMatchObject({ code: expect.any(String) });
    expect(alice.browser.executed).toHaveLength(before);
  });
});

describe('page.insert', () => {
  const insert = (text: string, method: 'beforeinput' | 'paste' | 'clear' = 'paste') =>
    alice.content('page.insert', { mark: 'a'.repeat(32), text, method });
  const token = (size: number) =>
    writeTokens({ kind: 'message', body: new Uint8Array(size).fill(7), limit: null });
  const [one = ''] = token(100);
  // The outer shape of a message: a PKESK and a SEIPD packet, as far as armor looks.
  const armor = armorCiphertext(new Uint8Array([0xc1, 1, 3, 0xd2, 1, 2]) as unknown as CiphertextBinary);
  const sentence = '[invitation_sentence]';

  it.each([
    ['a token', one],
    ['armor', armor],
    ['our own sentence before a token', `${sentence}\n${one}`],
    ['our own sentence alone', sentence],
  ])('puts %s into the page, in its own world', async (_, text) => {
    await insert(text);
    expect(alice.browser.executed.at(-1)).toMatchObject({
      target: { tabId: 1, documentIds: ['content-1'] },
      world: 'MAIN',
      args: ['data-insert-mark', 'a'.repeat(32), 'paste', text],
    });
  });

  it.each([
    ['plain words', 'my secret'],
    ['words after a token', `${one} my secret`],
    ['words before a token', `my secret ${one}`],
    ['words between tokens', `${one} x ${one}`],
    ['words after our sentence', `${sentence} my secret`],
    ['our sentence after a token', `${one} ${sentence}`],
    ['a torn token', one.slice(0, -3)],
    [
      'a certificate',
      '-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nxjMEawRiDA==\n-----END PGP PUBLIC KEY BLOCK-----\n',
    ],
    ['white space', ' '],
  ])('refuses %s', async (_, text) => {
    const before = alice.browser.executed.length;
    await expect(insert(text)).rejects.toMatchObject({ code: 'bad_request' });
    expect(alice.browser.executed).toHaveLength(before);
  });

  it('clears without taking any text along', async () => {
    await insert('my secret', 'clear');
    expect(alice.browser.executed.at(-1)?.args).toEqual(['data-insert-mark', 'a'.repeat(32), 'clear', '']);
  });
});

describe('page.file', () => {
  const mark = 'b'.repeat(32);

  it.each([
    ['paste', [mark, 'paste']],
    ['drop', [mark, 'drop']],
    ['choose', [mark]],
    ['save', [mark]],
  ] as const)('hands a file over by a script in the page’s own world: %s', async (way, args) => {
    await alice.content('page.file', { mark, way });
    expect(alice.browser.executed.at(-1)).toMatchObject({
      target: { tabId: 1, documentIds: ['content-1'] },
      world: 'MAIN',
      args: ['data-insert-mark', ...args],
    });
  });

  it('does so on no site that is not switched on', async () => {
    const before = alice.browser.executed.length;
    const elsewhere = alice.ask(
      'page.file',
      { mark, way: 'paste' },
      senders.content(1, 'https://evil.example/'),
    );
    await expect(elsewhere).rejects.toMatchObject({ code: 'unknown_site' });
    expect(alice.browser.executed).toHaveLength(before);
  });
});

describe('titles of chats', () => {
  const stored = () => JSON.stringify([...alice.browser.stored]);

  it('are not kept in the clear while locked, and come back with the next look', async () => {
    const look = () => alice.content('chat.look', { conversation: chat, title: 'Bob and the plan' });
    await look();
    const composer = await alice.place('composer');
    expect(stored()).toMatch(/Bob and the plan|Room/);
    await alice.popup('vault.lock', {});
    expect(stored()).not.toMatch(/Bob and the plan|Room/);
    await look();
    await alice.place('reader');
    expect(stored()).not.toMatch(/Bob and the plan|Room/);
    await alice.popup('vault.unlock', { passphrase: PASSPHRASE });
    await look();
    await composer('composer.invite', {});
    expect(await alice.popup('chat.look', { conversation: chat, title: '' })).toMatchObject({
      title: 'Bob and the plan',
    });
  });
});

describe('a chat that its page has not named yet', () => {
  it('goes by the name of its site, and by its own once the page has it', async () => {
    const chats = async () => (await alice.popup('contacts.list', {}))[0]?.chats;
    await alice.content('chat.look', { conversation: chat, title: '' });
    const bob = createPerson('Bob', clock, chat);
    await bob.setUp();
    const armored = (await bob.popup('identity.look', {}))?.certificate ?? '';
    const { contact } = await alice.popup('contacts.add', { armored });
    await alice.popup('chat.set', { conversation: chat, on: true, members: [contact] });
    expect(await chats()).toEqual(['chat.example']);
    await alice.content('chat.look', { conversation: chat, title: 'Room' });
    expect(await chats()).toEqual(['Room (chat.example)']);
    // Its name is not taken away again by a page that is being built anew.
    await alice.content('chat.look', { conversation: chat, title: '' });
    expect(await chats()).toEqual(['Room (chat.example)']);
  });
});

describe('the popup', () => {
  it('finds the chat of the active tab', async () => {
    await alice.content('chat.look', { conversation: chat, title: 'Room' });
    alice.browser.activeTab = { id: 1 };
    expect(await alice.popup('chat.current', {})).toMatchObject({
      site: { site: 'chat.example', on: true },
      origin: 'https://chat.example',
      chat: { conversation: chat, title: 'Room', mode: 'off' },
    });
    alice.browser.activeTab = { id: 2, url: 'https://other.example/x' };
    expect(await alice.popup('chat.current', {})).toMatchObject({
      site: { site: 'other.example', on: false },
      origin: 'https://other.example',
      chat: null,
    });
    alice.browser.activeTab = { id: 3, url: 'about:blank' };
    expect(await alice.popup('chat.current', {})).toEqual({
      site: null,
      origin: null,
      chat: null,
      health: null,
    });
  });

  it('forgets the chat of a closed tab', async () => {
    await alice.content('chat.look', { conversation: chat, title: 'Room' });
    await alice.core().onTabClosed(1);
    alice.browser.activeTab = { id: 1 };
    expect((await alice.popup('chat.current', {})).chat).toBeNull();
  });

  it('removes a contact with undo, until the vault is locked', async () => {
    await alice.content('chat.look', { conversation: chat, title: 'Room' });
    const bob = createPerson('Bob', clock, chat);
    await bob.setUp();
    const armored = (await bob.popup('identity.look', {}))?.certificate ?? '';
    const { contact } = await alice.popup('contacts.add', { armored });
    await alice.popup('chat.set', { conversation: chat, on: true, members: [contact] });
    await alice.popup('contacts.remove', { contact });
    expect(await alice.popup('contacts.list', {})).toEqual([]);
    await expect(alice.write('x')).rejects.toMatchObject({ code: 'no_members' });
    await alice.popup('contacts.restore', { contact });
    expect((await alice.popup('contacts.list', {}))[0]).toMatchObject({
      name: 'Bob',
      chats: ['Room (chat.example)'],
    });
    await alice.write('x');

    await alice.popup('contacts.remove', { contact });
    await alice.popup('vault.lock', {});
    await alice.popup('vault.unlock', { passphrase: PASSPHRASE });
    await expect(alice.popup('contacts.restore', { contact })).rejects.toMatchObject({ code: 'bad_request' });
    await expect(alice.write('x')).rejects.toMatchObject({ code: 'no_members' });
  });

  it('takes no certificate of our own as a contact, and no stranger as a member', async () => {
    const armored = (await alice.popup('identity.look', {}))?.certificate ?? '';
    await expect(alice.popup('contacts.add', { armored })).rejects.toMatchObject({ code: 'own_certificate' });
    const set = (members: string[]) => alice.popup('chat.set', { conversation: chat, on: true, members });
    await expect(set([])).rejects.toMatchObject({ code: 'no_members' });
    await expect(set(['f'.repeat(128)])).rejects.toMatchObject({ code: 'bad_request' });
  });

  it('is told of every change', async () => {
    const before = alice.browser.local.get('change');
    await alice.popup('seal.set', { seal: { picture: 2, hue: 3 } });
    expect(alice.browser.local.get('change')).not.toBe(before);
    expect((await alice.popup('vault.look', {})).seal).toEqual({ picture: 2, hue: 3 });
  });
});
