/**
 * A value kept in `storage.session`: in memory only, out of reach of content scripts, and still there after the
 * browser stopped and restarted our worker. Gone with the browser.
 */
import * as v from 'valibot';
import type { Platform } from './platform';
import { createSerial } from './serial';

export type SessionCell<T> = {
  readonly get: () => Promise<T>;
  /** Runs after every change before it. The value is left alone if `change` throws or the browser refuses it. */
  readonly update: <R>(change: (value: T) => readonly [next: T, result: R]) => Promise<R>;
};

/** @param initial also taken if what is stored does not fit `schema`, as after an update of the extension */
export function sessionCell<T>(
  session: Platform['session'],
  key: string,
  schema: v.GenericSchema<unknown, T>,
  initial: T,
): SessionCell<T> {
  const serial = createSerial();
  let known: { readonly value: T } | null = null;

  const load = async (): Promise<T> => {
    if (known) return known.value;
    const parsed = v.safeParse(schema, (await session.get(key))[key]);
    known = { value: parsed.success ? parsed.output : initial };
    return known.value;
  };

  return {
    get: () => serial(load),
    update: (change) =>
      serial(async () => {
        const before = await load();
        const [next, result] = change(before);
        if (next !== before) {
          await session.set({ [key]: next });
          known = { value: next };
        }
        return result;
      }),
  };
}
