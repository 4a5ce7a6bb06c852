import 'fake-indexeddb/auto';
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openStore } from './database';

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('the store', () => {
  it('is empty at first, then holds both records across openings', async () => {
    expect(await openStore().load()).toEqual({ clear: undefined, sealed: undefined });
    await openStore().save({ clear: { a: new Uint8Array([1]) }, sealed: 'sealed' });
    await openStore().save({ clear: 'clear' });
    expect(await openStore().load()).toEqual({ clear: 'clear', sealed: 'sealed' });
  });

  /** Ends the transaction, as a kill does, at the given write of a save that makes two. */
  const abortAt = (step: number) => {
    // oxlint-disable-next-line typescript/unbound-method -- called with its own store below
    const put = IDBObjectStore.prototype.put;
    let writes = 0;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value, key) {
      const request = put.call(this, value, key);
      writes += 1;
      if (writes === step) this.transaction.abort();
      return request;
    });
  };

  it.each([1, 2])('keeps both old records if it ends at write %i', async (step) => {
    const store = openStore();
    await store.save({ clear: 'old clear', sealed: 'old sealed' });
    abortAt(step);
    await expect(store.save({ clear: 'new clear', sealed: 'new sealed' })).rejects.toMatchObject({
      code: 'storage_failed',
    });
    vi.restoreAllMocks();
    expect(await openStore().load()).toEqual({ clear: 'old clear', sealed: 'old sealed' });
  });

  it('says that the disk refused, and can write again afterwards', async () => {
    const store = openStore();
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await expect(store.save({ clear: 1 })).rejects.toMatchObject({ code: 'storage_failed' });
    full.mockRestore();
    await store.save({ clear: 2 });
    expect((await store.load()).clear).toBe(2);
  });

  it('asks for strict durability', async () => {
    const database = (await import('fake-indexeddb')).IDBDatabase;
    const transaction = vi.spyOn(database.prototype, 'transaction');
    await openStore().save({ clear: 1 });
    expect(transaction).toHaveBeenCalledWith('vault', 'readwrite', { durability: 'strict' });
  });
});
