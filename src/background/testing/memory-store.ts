/** A disk in memory. What it holds outlives the core that wrote it, as a disk's contents outlive a worker. */
import { SottoError } from '../../protocol/errors';
import type { Records, Store } from '../store/database';

export type MemoryStore = Store & {
  readonly records: () => Records;
  /** Lets the next writes fail, as a full disk does. */
  failing: boolean;
};

export function createMemoryStore(initial: Records = { clear: undefined, sealed: undefined }): MemoryStore {
  let records = initial;
  const store: MemoryStore = {
    failing: false,
    records: () => records,
    load: async () => structuredClone(records),
    save: async (changed) => {
      if (store.failing) throw new SottoError('storage_failed');
      records = { ...records, ...structuredClone(changed) };
    },
  };
  return store;
}
