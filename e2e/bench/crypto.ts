/** (a) Messages per second, against the bare WebCrypto operations that the same messages need. */
import type { ConversationKey } from '../../src/protocol/shapes';
import { atLeast, atMost, compare, type Row } from './report';
import { median } from './stats';

export type CryptoInput = {
  /** The vault's contents as JSON. */
  readonly contents: string;
  readonly conversation: ConversationKey;
  /** Batches of 50 that are timed each way. */
  readonly rounds: number;
  /** Whether to read all messages in a row too. */
  readonly long: boolean;
};

/** Milliseconds for one message, one number for each batch. */
export type CryptoTimes = {
  /** From wire text to reading, through the core. */
  readonly core: number[];
  /** src/openpgp alone, from binary. */
  readonly openpgp: number[];
  readonly bareRead: number[];
  /** The core again, the same messages. */
  readonly cached: number[];
  readonly write: number[];
  readonly bareWrite: number[];
  long: { readonly core: number[]; readonly bareRead: number[] } | null;
};

/** Batches at either end of the long run that are compared: 500 messages. */
const END = 10;

export function cryptoRows(browser: string, times: CryptoTimes): Row[] {
  const area = `crypto, ${browser}`;
  const perSecond = (milliseconds: number[]) => 1000 / median(milliseconds);
  const ms = (values: number[]) => median(values);
  const bare = 'bare WebCrypto';
  const rows = [
    compare(area, 'encrypt and sign, time a message', ms(times.write), 'ms', bare, ms(times.bareWrite), atMost(3)),
    compare(area, 'encrypt and sign, messages', perSecond(times.write), '/s', bare, perSecond(times.bareWrite)),
    compare(area, 'first reading by src/openpgp, time', ms(times.openpgp), 'ms', bare, ms(times.bareRead), atMost(3)),
    compare(area, 'first reading by the core, time', ms(times.core), 'ms', bare, ms(times.bareRead), atMost(3)),
    compare(area, 'first reading by the core, messages', perSecond(times.core), '/s', bare, perSecond(times.bareRead)),
    compare(area, 'cached reading, messages', perSecond(times.cached), '/s', 'first reading', perSecond(times.core), atLeast(20)),
  ];
  if (times.long === null) return rows;
  const { core, bareRead } = times.long;
  const count = core.length * 50;
  const [first, last] = [core.slice(0, END), core.slice(-END)];
  return [
    ...rows,
    // A fifth is what two noisy cores do by themselves; the bare operations beside it tell how much of it they did.
    compare(area, `last 500 of ${count} first readings, time`, ms(last), 'ms', 'first 500', ms(first), atMost(1.2)),
    compare(area, 'bare WebCrypto meanwhile, time', ms(bareRead.slice(-5)), 'ms', 'at first', ms(bareRead.slice(0, 5))),
  ];
}
