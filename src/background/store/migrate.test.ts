import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fromBase64 } from '../../platform/base64';
import { createMessageReader } from '../message-reader';
import { readWireText } from '../wire-text';
import { CLEAR_VERSION, emptyClearRecord } from './clear-record';
import { CONTENTS_VERSION, writeContents } from './contents';
import { readClear, readContents } from './migrate';
import { importDataKey, openSealed } from './sealed-record';

type Stored = {
  readonly dataKey: string;
  /** Messages of its one conversation, from version 2 on. */
  readonly wires?: readonly string[];
  readonly clear: {
    readonly vault: { readonly wrappedDataKey: string };
    readonly settings: object;
    readonly salt: string;
  };
  readonly sealed: { readonly version: number; readonly iv: string; readonly ciphertext: string };
};
/** Disks as these versions left them. */
const [first, second, third] = ['vault-1', 'vault-2', 'vault-3'].map(
  (name) => JSON.parse(readFileSync(new URL(`testdata/${name}.json`, import.meta.url), 'utf8')) as Stored,
) as [Stored, Stored, Stored];
const clearOf = (stored: Stored) => ({
  ...stored.clear,
  salt: fromBase64(stored.clear.salt),
  vault: { ...stored.clear.vault, wrappedDataKey: fromBase64(stored.clear.vault.wrappedDataKey) },
});
const recordOf = ({ sealed }: Stored) => ({
  version: sealed.version,
  iv: fromBase64(sealed.iv),
  ciphertext: fromBase64(sealed.ciphertext),
});
const open = async (stored: Stored) =>
  openSealed(await importDataKey(fromBase64(stored.dataKey)), 'vault', recordOf(stored));

describe('records of version 1', () => {
  it('keep what they say in the clear', () => {
    expect(readClear(clearOf(first))).toEqual({
      ...clearOf(first),
      version: CLEAR_VERSION,
      attempts: { failures: 0, until: 0 },
      settings: { ...first.clear.settings, notifications: 'none' },
    });
  });

  it('keep what they say under seal', async () => {
    const contents = readContents(1, await open(first));
    expect(contents.identities.map(({ name }) => name)).toEqual(['Alice']);
    expect(contents.contacts[0]?.name).toBe('Bob');
    expect(contents.outgoing[0]?.sequence).toBe(7);
    expect(contents.conversations[0]).toMatchObject({ chat: 'room', mode: 'on', binds: [] });
    expect(readContents(CONTENTS_VERSION, writeContents(contents))).toEqual(contents);
  });
});

describe('records of version 2', () => {
  it('keep what they say in the clear', () => {
    expect(readClear(clearOf(second))).toEqual({
      ...clearOf(second),
      version: CLEAR_VERSION,
      settings: { ...second.clear.settings, notifications: 'none' },
    });
  });
});

describe('records of version 3', () => {
  it('keep what they say in the clear', () => {
    expect(readClear(clearOf(third))).toEqual({ ...clearOf(third), version: CLEAR_VERSION });
  });
});

describe.each([
  ['2', second],
  // What is under seal was the same in it.
  ['3', third],
] as const)('a disk of version %s', (_, stored) => {
  const { version } = stored.sealed;

  it('give the one identity to every conversation, and to each set of members before', async () => {
    const contents = readContents(version, await open(stored));
    const [alice] = contents.identities;
    expect(alice).toMatchObject({ name: 'Alice', revoked: null, hidden: false });
    expect(contents.defaultIdentity).toBe(alice?.pin);
    expect(contents.contacts.map(({ name, revoked }) => [name, revoked])).toEqual([
      ['Bob', null],
      ['Carol', null],
    ]);
    const [bob, carol] = contents.contacts.map(({ pin }) => pin);
    expect(contents.conversations.map(({ chat, identity, members }) => [chat, identity, members])).toEqual([
      ['room', alice?.pin, [bob, carol]],
      ['other', alice?.pin, [carol]],
    ]);
    expect(contents.conversations[0]?.epochs).toMatchObject([{ identity: alice?.pin, members: [bob] }]);
    expect(readContents(CONTENTS_VERSION, writeContents(contents))).toEqual(contents);
  });

  it('still read what was written to them, by whom and where', async () => {
    const contents = readContents(version, await open(stored));
    const reader = createMessageReader(() => Date.UTC(2026, 4, 4));
    const [room] = contents.conversations;
    if (!room) throw new Error('no conversation');
    const readings = await Promise.all(
      (stored.wires ?? []).map(async (wire) => {
        const read = readWireText(wire);
        const body = () => (read.form === 'token' ? read.token.body : new Uint8Array());
        return (await reader.read({ wire, body }, contents, room)).reading;
      }),
    );
    expect(readings).toMatchObject([
      { state: 'verified', text: 'From Alice', author: { name: 'Alice', self: true } },
      { state: 'pinned', text: 'From Bob', author: { name: 'Bob', self: false } },
    ]);
  });
});

describe('records that fit no version', () => {
  const code = (read: () => unknown) => {
    try {
      read();
    } catch (error) {
      return (error as { code: string }).code;
    }
    return null;
  };

  it('are told apart from those of a later version', async () => {
    expect(code(() => readClear({ ...emptyClearRecord(), version: CLEAR_VERSION + 1 }))).toBe(
      'newer_version',
    );
    expect(code(() => readClear({ ...emptyClearRecord(), version: 0 }))).toBe('storage_unreadable');
    expect(code(() => readClear({ ...emptyClearRecord(), version: 1.5 }))).toBe('storage_unreadable');
    expect(code(() => readClear({ ...emptyClearRecord(), more: 1 }))).toBe('storage_unreadable');
    expect(code(() => readClear('text'))).toBe('storage_unreadable');
    const json = await open(first);
    expect(code(() => readContents(CONTENTS_VERSION + 1, json))).toBe('newer_version');
    expect(code(() => readContents(CONTENTS_VERSION, json))).toBe('storage_unreadable');
    expect(code(() => readContents(1, json.slice(1)))).toBe('storage_unreadable');
  });

  it('cannot be opened as another version or another kind of record', async () => {
    const key = await importDataKey(fromBase64(first.dataKey));
    await expect(openSealed(key, 'vault', { ...recordOf(first), version: 2 })).rejects.toMatchObject({
      code: 'storage_unreadable',
    });
    await expect(openSealed(key, 'draft', recordOf(first))).rejects.toMatchObject({
      code: 'storage_unreadable',
    });
  });
});
