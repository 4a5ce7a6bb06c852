/**
 * A worker that the browser kills: of the calls that it makes to disk and memory one is its last, and never returns. What
 * was done until then is done, and what comes after never happens.
 */
import type { Platform } from '../platform';
import type { Store } from '../store/database';

export type Mortal = {
  readonly platform: Platform;
  readonly store: Store;
  /** Settles when the worker is dead. */
  readonly died: Promise<void>;
  /** How many calls there were. */
  readonly calls: () => number;
};

/**
 * @param last the call that is its last, from 0
 * @param done whether that one is still carried out
 */
export function mortal(platform: Platform, store: Store, last: number, done: boolean): Mortal {
  let calls = 0;
  let die: () => void = () => undefined;
  const died = new Promise<void>((resolve) => {
    die = resolve;
  });
  const guarded = <T extends object>(api: T): T =>
    new Proxy(api, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        return async (...args: unknown[]): Promise<unknown> => {
          const call = calls;
          calls += 1;
          if (call > last) return new Promise(() => undefined);
          if (call < last || done) {
            const result: unknown = await Reflect.apply(value, target, args);
            if (call < last) return result;
          }
          die();
          return new Promise(() => undefined);
        };
      },
    });
  return {
    platform: { ...platform, session: guarded(platform.session), local: guarded(platform.local) },
    store: guarded(store),
    died,
    calls: () => calls,
  };
}
