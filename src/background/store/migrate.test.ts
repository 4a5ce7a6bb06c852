import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fromBase64 } from '../../platform/base64';
import { CLEAR_VERSION, emptyClearRecord } from './clear-record';
import { CONTENTS_VERSION, writeContents } from './contents';
import { readClear, readContents } from './migrate';
import { importDataKey, openSealed } from './sealed-record';

type Stored = {
  readonly dataKey: string;
  readonly clear: {
    readonly vault: { readonly wrappedDataKey: string };
    readonly settings: object;
    readonly salt: string;
  };
  readonly sealed: { readonly version: number; readonly iv: string; readonly ciphertext: string };
};
/** A disk as version 1 left it. */
const stored = JSON.parse(readFileSync(new URL('testdata/vault-1.json', import.meta.url), 'utf8')) as Stored;
const clearBefore = {
  ...stored.clear,
  salt: fromBase64(stored.clear.salt),
  vault: { ...stored.clear.vault, wrappedDataKey: fromBase64(stored.clear.vault.wrappedDataKey) },
};
const openStored = async () =>
  openSealed(await importDataKey(fromBase64(stored.dataKey)), 'vault', {
    version: stored.sealed.version,
    iv: fromBase64(stored.sealed.iv),
    ciphertext: fromBase64(stored.sealed.ciphertext),
  });

describe('records of version 1', () => {
  it('keep what they say in the clear', () => {
    expect(readClear(clearBefore)).toEqual({
      ...clearBefore,
      version: CLEAR_VERSION,
      attempts: { failures: 0, until: 0 },
      settings: { ...clearBefore.settings, notifications: 'none' },
    });
  });

  it('keep what they say under seal', async () => {
    const contents = readContents(1, await openStored());
    expect(contents.identity.name).toBe('Alice');
    expect(contents.contacts[0]?.name).toBe('Bob');
    expect(contents.outgoing[0]?.sequence).toBe(7);
    expect(contents.conversations[0]).toMatchObject({ chat: 'room', mode: 'on', binds: [] });
    expect(readContents(CONTENTS_VERSION, writeContents(contents))).toEqual(contents);
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
    const json = await openStored();
    expect(code(() => readContents(CONTENTS_VERSION + 1, json))).toBe('newer_version');
    expect(code(() => readContents(CONTENTS_VERSION, json))).toBe('storage_unreadable');
    expect(code(() => readContents(1, json.slice(1)))).toBe('storage_unreadable');
  });

  it('cannot be opened as another version or another kind of record', async () => {
    const key = await importDataKey(fromBase64(stored.dataKey));
    const record = {
      version: 1,
      iv: fromBase64(stored.sealed.iv),
      ciphertext: fromBase64(stored.sealed.ciphertext),
    };
    await expect(openSealed(key, 'vault', { ...record, version: 2 })).rejects.toMatchObject({
      code: 'storage_unreadable',
    });
    await expect(openSealed(key, 'draft', record)).rejects.toMatchObject({ code: 'storage_unreadable' });
  });
});
