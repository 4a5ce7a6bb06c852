/** (a) Messages per second, against the bare WebCrypto operations that the same messages need. */
import type { ConversationKey } from '../../src/protocol/shapes';
import type { BrowserName } from '../lib/driver';
import { bundle } from './bundle';
import { withPlainBrowser } from './plain-browser';
import { atLeast, atMost, compare, type Row } from './report';
import type { BenchServer } from './server';
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

/** Reads and writes in a page of this browser. `wires` are what is read, by the person whose vault is in `input`. */
export async function measureCrypto(
  server: BenchServer,
  browser: BrowserName,
  wires: readonly string[],
  input: CryptoInput,
): Promise<Row[]> {
  server.put('/wires', 'text/plain', wires.join('\n'));
  server.put('/input', 'text/plain', JSON.stringify(input));
  server.put('/crypto.js', 'text/javascript', await bundle('crypto'));
  server.put(
    '/crypto',
    'text/html',
    '<!doctype html><title>Crypto</title><script src="/crypto.js"></script>',
  );
  const url = `http://127.0.0.1:${server.port}/crypto`;
  const result = JSON.parse(await withPlainBrowser(browser, url, server.nextPost)) as CryptoTimes | string;
  if (typeof result === 'string') throw new Error(`${browser}: ${result}`);
  return cryptoRows(browser, result);
}

function cryptoRows(browser: string, times: CryptoTimes): Row[] {
  const area = `crypto, ${browser}`;
  const bare = 'bare WebCrypto';
  const [core, openpgp, read] = [median(times.core), median(times.openpgp), median(times.bareRead)];
  const [write, bareWrite] = [median(times.write), median(times.bareWrite)];
  const rows = [
    compare(area, 'encrypt and sign, time a message', write, 'ms', bare, bareWrite, atMost(3)),
    compare(area, 'first reading by src/openpgp, time', openpgp, 'ms', bare, read, atMost(3)),
    compare(area, 'first reading by the core, time', core, 'ms', bare, read, atMost(3)),
    compare(
      area,
      'cached reading, messages',
      1000 / median(times.cached),
      '/s',
      'first reading',
      1000 / core,
      atLeast(20),
    ),
    compare(area, 'messages encrypted', 1000 / write, '/s', bare, 1000 / bareWrite),
    compare(area, 'messages read first', 1000 / core, '/s', bare, 1000 / read),
  ];
  if (times.long === null) return rows;
  const ends = (list: number[]) => [median(list.slice(0, END)), median(list.slice(-END))] as const;
  const [first, last] = ends(times.long.core);
  const [bareFirst, bareLast] = ends(times.long.bareRead);
  const count = times.long.core.length * 50;
  return [
    ...rows,
    compare(area, `last 500 of ${count} first readings, time`, last, 'ms', 'first 500', first),
    compare(area, 'bare WebCrypto beside the last 500, time', bareLast, 'ms', 'first 500', bareFirst),
    // The machine's own ups and downs are in the bare operations too, and cancel out.
    compare(
      area,
      'last 500, in bare readings',
      last / bareLast,
      'times',
      'first 500',
      first / bareFirst,
      atMost(1.2),
    ),
  ];
}
