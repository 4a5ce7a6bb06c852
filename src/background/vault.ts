/**
 * The vault: the clear record, and the contents under seal. One queue runs every change, so none is lost; a change is
 * in memory only once it is on disk. While open, the data key is in `storage.session`, so that a worker which the
 * browser stopped and restarted asks for no passphrase; contents in the clear are in this worker's memory alone.
 */
import * as v from 'valibot';
import { forgetSecrets } from '../openpgp/decrypt';
import { unwrapDataKey, wrapDataKey } from '../openpgp/passphrase';
import type { VaultState } from '../protocol/core';
import { SottoError } from '../protocol/errors';
import type { Seal } from '../protocol/shapes';
import { afterFailure, secondsToWait } from './back-off';
import { randomBytes } from './bytes';
import { fromBase64, toBase64 } from '../platform/base64';
import { chatIndexOf } from './chat-index';
import type { Platform } from './platform';
import { createSerial } from './serial';
import { emptyClearRecord, type ClearRecord } from './store/clear-record';
import { CONTENTS_VERSION, writeContents, type Contents } from './store/contents';
import type { Store } from './store/database';
import { readClear, readContents } from './store/migrate';
import { importDataKey, openSealed, sealText, sealedRecord } from './store/sealed-record';

/** The open vault. A later opening is another object, so work begun before a lock can tell. */
type Opened = { readonly key: CryptoKey; readonly contents: Contents };

export type Vault = {
  readonly state: () => Promise<VaultState>;
  /** Throws SottoError `storage_unreadable`, `newer_version` or `storage_failed`. */
  readonly clear: () => Promise<ClearRecord>;
  readonly changeClear: (change: (record: ClearRecord) => ClearRecord) => Promise<void>;
  /** Null if it cannot be read. */
  readonly peekClear: () => Promise<ClearRecord | null>;
  /** Null while locked or empty, and if it cannot be read. */
  readonly peek: () => Promise<Opened | null>;
  /** Throws SottoError `no_identity` or `locked`. */
  readonly open: () => Promise<Opened>;
  /**
   * Reads, changes and writes as one step; returning the same contents writes nothing. `change` must not wait for
   * another change. `quiet` for what no frame or page shows. Throws what `open` and `change` throw, and `storage_failed`, after which all is as before.
   */
  readonly change: <R>(
    change: (contents: Contents) => Promise<readonly [Contents, R]>,
    notice?: 'quiet',
  ) => Promise<R>;
  /** Throws SottoError `identity_exists`. */
  readonly create: (contents: Contents, passphrase: string, seal: Seal) => Promise<void>;
  /** Throws SottoError `wrong_passphrase`, `try_later` (detail: seconds) or `no_identity`. */
  readonly unlock: (passphrase: string) => Promise<void>;
  /** Throws as `unlock` does, and counts wrong ones with it. */
  readonly check: (passphrase: string) => Promise<void>;
  /** The data key stays, and is wrapped anew. Throws as `unlock` does for `current`. */
  readonly changePassphrase: (current: string, next: string) => Promise<void>;
  /** Locks whatever fails; rejects if the key could be neither dropped nor written over in the browser's memory. */
  readonly lock: () => Promise<void>;
};

const DATA_KEY = 'dataKey';
const FORMAT = 'vault';
const unreadableCodes: ReadonlySet<string> = new Set(['storage_unreadable', 'newer_version']);

type Dependencies = {
  readonly store: Store;
  readonly session: Platform['session'];
  readonly now: () => number;
  /** Called after every change, and with the contents gone after a lock. */
  readonly onChange: () => Promise<void>;
  readonly onLock: () => Promise<void>;
};

export function createVault({ store, session, now, onChange, onLock }: Dependencies): Vault {
  const serial = createSerial();
  let clearKnown: ClearRecord | null = null;
  let opened: Opened | null = null;
  /** Locked by this worker: a key that the browser would not drop is not taken up again. */
  let shut = false;

  const loadClear = async (): Promise<ClearRecord> => {
    if (clearKnown) return clearKnown;
    const { clear } = await store.load();
    clearKnown = clear === undefined ? emptyClearRecord() : readClear(clear);
    return clearKnown;
  };

  const readSealed = async (key: CryptoKey): Promise<Contents> => {
    const record = v.safeParse(sealedRecord, (await store.load()).sealed);
    if (!record.success) throw new SottoError('storage_unreadable');
    if (record.output.version > CONTENTS_VERSION) throw new SottoError('newer_version');
    return readContents(record.output.version, await openSealed(key, FORMAT, record.output));
  };

  const load = async (): Promise<Opened | null> => {
    if (opened) return opened;
    if (shut) return null;
    const stored = (await session.get(DATA_KEY))[DATA_KEY];
    if (typeof stored !== 'string') return null;
    const key = await importDataKey(fromBase64(stored));
    opened = { key, contents: await readSealed(key) };
    return opened;
  };

  const readState = async (): Promise<VaultState> => {
    try {
      if (!(await loadClear()).vault) return 'empty';
      return (await load()) ? 'unlocked' : 'locked';
    } catch (error) {
      return nullIfUnreadable(error) ?? 'unreadable';
    }
  };

  const requireOpen = async (): Promise<Opened> => {
    if (!(await loadClear()).vault) throw new SottoError('no_identity');
    const loaded = await load();
    if (!loaded) throw new SottoError('locked');
    return loaded;
  };

  const write = async (
    key: CryptoKey,
    contents: Contents,
    changeClear: (record: ClearRecord) => ClearRecord,
  ) => {
    const before = await loadClear();
    const clear = { ...changeClear(before), chats: await chatIndexOf(before.salt, contents.conversations) };
    const sealed = await sealText(key, FORMAT, CONTENTS_VERSION, writeContents(contents));
    await store.save({ clear, sealed });
    clearKnown = clear;
    opened = { key, contents };
  };

  const unwrap = async (passphrase: string): Promise<Uint8Array<ArrayBuffer>> => {
    const record = await loadClear();
    if (!record.vault) throw new SottoError('no_identity');
    const wait = secondsToWait(record.attempts, now());
    if (wait > 0) throw new SottoError('try_later', String(wait));
    // Counted before it is tried: ending the worker in the middle wins no free try.
    await saveClear({ ...record, attempts: afterFailure(record.attempts, now()) });
    const dataKey = await unwrapDataKey(record.vault.wrappedDataKey, passphrase);
    await saveClear({ ...record, attempts: { failures: 0, until: 0 } });
    return dataKey;
  };

  const dropDataKey = () => session.remove(DATA_KEY).catch(() => session.set({ [DATA_KEY]: null }));

  const keepDataKey = async (dataKey: Uint8Array) => {
    await session.set({ [DATA_KEY]: toBase64(dataKey) });
    shut = false;
  };

  const saveClear = async (record: ClearRecord) => {
    await store.save({ clear: record });
    clearKnown = record;
  };

  return {
    state: () => (opened ? Promise.resolve('unlocked') : serial(readState)),
    clear: () => (clearKnown ? Promise.resolve(clearKnown) : serial(loadClear)),
    peekClear: () => (clearKnown ? Promise.resolve(clearKnown) : serial(loadClear).catch(nullIfUnreadable)),
    changeClear: (change) =>
      serial(async () => {
        await saveClear(change(await loadClear()));
        await onChange();
      }),
    peek: () =>
      opened
        ? Promise.resolve(opened)
        : serial(async () => ((await loadClear()).vault ? load() : null)).catch(nullIfUnreadable),
    open: () => (opened ? Promise.resolve(opened) : serial(requireOpen)),
    change: (change, notice) =>
      serial(async () => {
        const { key, contents } = await requireOpen();
        const [next, result] = await change(contents);
        if (next !== contents) {
          await write(key, next, (record) => record);
          if (notice !== 'quiet') await onChange();
        }
        return result;
      }),
    create: (contents, passphrase, seal) =>
      serial(async () => {
        if ((await loadClear()).vault) throw new SottoError('identity_exists');
        const dataKey = randomBytes(32);
        const wrappedDataKey = await wrapDataKey(dataKey, passphrase);
        await write(await importDataKey(dataKey), contents, (record) => ({
          ...record,
          vault: { wrappedDataKey, seal },
        }));
        await keepDataKey(dataKey);
        await onChange();
      }),
    unlock: (passphrase) =>
      serial(async () => {
        const dataKey = await unwrap(passphrase);
        const key = await importDataKey(dataKey);
        const contents = await readSealed(key);
        await keepDataKey(dataKey);
        opened = { key, contents };
        await onChange();
      }),
    check: (passphrase) => serial(async () => void (await unwrap(passphrase))),
    changePassphrase: (current, next) =>
      serial(async () => {
        const wrappedDataKey = await wrapDataKey(await unwrap(current), next);
        const record = await loadClear();
        if (!record.vault) throw new SottoError('no_identity');
        await saveClear({ ...record, vault: { ...record.vault, wrappedDataKey } });
      }),
    lock: () =>
      serial(async () => {
        opened = null;
        shut = true;
        forgetSecrets();
        try {
          await dropDataKey();
        } finally {
          await onLock().finally(onChange);
        }
      }),
  };
}

/** Rethrows everything else. */
function nullIfUnreadable(error: unknown): null {
  if (error instanceof SottoError && unreadableCodes.has(error.code)) return null;
  throw error;
}
