/**
 * The one place on disk: two records in IndexedDB, of which content scripts can read neither (they can read
 * `storage.local`). A write replaces both in one transaction of strict durability, so a kill leaves old or new.
 */
import { openDB, type IDBPDatabase } from 'idb';
import { SottoError } from '../../protocol/errors';

export type Records = {
  /** Readable while locked. Undefined before the first write. */
  readonly clear: unknown;
  /** The sealed contents. Undefined before there is an identity. */
  readonly sealed: unknown;
};

export type Store = {
  /** Throws SottoError `storage_failed`. */
  readonly load: () => Promise<Records>;
  /** Replaces what is given and leaves the rest, all or nothing. Throws SottoError `storage_failed`. */
  readonly save: (records: Partial<Records>) => Promise<void>;
};

const DATABASE = 'sotto';
const STORE = 'vault';

export function openStore(): Store {
  let opening: Promise<IDBPDatabase> | null = null;

  const database = () => {
    opening ??= openDB(DATABASE, 1, {
      // The layout of the database; what the records hold has versions of its own (see migrate.ts).
      upgrade: (fresh) => void fresh.createObjectStore(STORE),
      terminated: () => {
        opening = null;
      },
    }).catch((error: unknown) => {
      opening = null;
      throw error;
    });
    return opening;
  };

  return {
    load: () =>
      orFailed(async () => {
        const transaction = (await database()).transaction(STORE, 'readonly');
        const [clear, sealed] = await Promise.all([
          transaction.store.get('clear') as Promise<unknown>,
          transaction.store.get('sealed') as Promise<unknown>,
          transaction.done,
        ]);
        return { clear, sealed };
      }),
    save: (records) =>
      orFailed(async () => {
        const transaction = (await database()).transaction(STORE, 'readwrite', { durability: 'strict' });
        await Promise.all([
          // In functions of their own, so that one that throws at once leaves no other unheard.
          ...Object.entries(records).map(async ([key, record]) => transaction.store.put(record, key)),
          transaction.done,
        ]);
      }),
  };
}

async function orFailed<T>(task: () => Promise<T>): Promise<T> {
  try {
    return await task();
  } catch (error) {
    throw new SottoError('storage_failed', '', { cause: error });
  }
}
