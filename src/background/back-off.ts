/** How long to wait after wrong passphrases. */

export type Attempts = { readonly failures: number; readonly until: number };

const FREE = 3;
const LONGEST = 300;

/** Seconds to wait before the next try; 0 when one may be made. A clock set back lengthens no wait beyond the longest. */
export function secondsToWait(attempts: Attempts, now: number): number {
  return Math.min(Math.max(Math.ceil((attempts.until - now) / 1000), 0), LONGEST);
}

/** The count after one more wrong passphrase: three are free, then 2, 4, 8 ... seconds, up to five minutes. */
export function afterFailure({ failures }: Attempts, now: number): Attempts {
  const count = failures + 1;
  const seconds = count < FREE ? 0 : Math.min(2 ** (count - FREE + 1), LONGEST);
  return { failures: count, until: now + seconds * 1000 };
}
