/** The only place where e2e code lets time pass: between two looks at a state. */
import { setTimeout as pause } from 'node:timers/promises';

const defaultTimeout = 15_000;

/**
 * Looks again and again until `look` gives something other than null, undefined or false, and returns that.
 * Throws after `timeout` milliseconds, saying `what` was waited for. A look that throws counts as "not yet": a frame
 * may be gone between two looks.
 */
export async function until<T>(
  what: string,
  look: () => Promise<T | null | undefined | false> | T | null | undefined | false,
  timeout = defaultTimeout,
): Promise<T> {
  const end = Date.now() + timeout;
  let last: unknown;
  for (;;) {
    try {
      const seen = await look();
      if (seen !== null && seen !== undefined && seen !== false) return seen;
      last = undefined;
    } catch (thrown) {
      last = thrown;
    }
    if (Date.now() > end) throw new Error(`Waited ${timeout} ms for ${what}`, { cause: last });
    await pause(25);
  }
}
