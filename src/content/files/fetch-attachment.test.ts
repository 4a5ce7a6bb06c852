// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { PIECE_BYTES } from '../../protocol/piece-bytes';
import type { ToReader } from '../../protocol/port';
import type { Site } from '../site';

vi.mock('../../platform/browser', () => ({
  browser: { runtime: { getURL: () => 'chrome-extension://x/' } },
}));
const { answerFetch } = await import('./fetch-attachment');

const site = {} as Site;
const name = 'abcdefghij.bin';
const ticket = (digit: number) => String(digit).repeat(32);
const piece = PIECE_BYTES;

/** A list with the file in it, and a server that sends endless chunks, or this many. */
function start(chunks = Number.POSITIVE_INFINITY, status = 200) {
  const list = document.createElement('div');
  const link = document.createElement('a');
  link.href = 'https://chat.example/files/1';
  link.download = name;
  list.append(link);
  const signals: AbortSignal[] = [];
  let sent = 0;
  vi.stubGlobal('fetch', async (_: string, { signal }: { signal: AbortSignal }) => {
    signals.push(signal);
    const read = async () => {
      signal.throwIfAborted();
      sent += 1;
      return sent > chunks ? { done: true } : { done: false, value: new Uint8Array(60_000).fill(sent) };
    };
    return {
      ok: status === 200,
      status,
      body: { getReader: () => ({ read, cancel: async () => undefined }) },
    };
  });
  const posted: Exclude<ToReader, { type: 'places' }>[] = [];
  const ends = new AbortController();
  const ask = (at: number, asked = name) =>
    answerFetch(
      site,
      list,
      { type: 'fetch', ticket: ticket(at), name: asked },
      (word) => posted.push(word),
      ends.signal,
    );
  const stop = (at: number) =>
    answerFetch(
      site,
      list,
      { type: 'fetchEnd', ticket: ticket(at) },
      (word) => posted.push(word),
      ends.signal,
    );
  return { ask, stop, posted, signals, ends, sent: () => sent };
}
afterEach(() => vi.unstubAllGlobals());

it('gives a file piece by piece, no faster than it is asked to', async () => {
  const { ask, posted, sent } = start(7);
  await ask(1);
  expect(posted).toMatchObject([{ type: 'filePiece', ticket: ticket(1) }]);
  expect(sent()).toBe(Math.ceil(piece / 60_000));
  await ask(1);
  await ask(1);
  expect(posted.map(({ type }) => type)).toEqual(['filePiece', 'filePiece', 'fileEnd']);
  const lengths = posted.map((word) => (word.type === 'filePiece' ? word.data.byteLength : 0));
  expect(lengths).toEqual([piece, 7 * 60_000 - piece, 0]);
});

it('breaks off what is not wanted any more, and says nothing about it', async () => {
  const { ask, stop, posted, signals, ends } = start();
  await Promise.all([ask(2), ask(3)]);
  const late = ask(2);
  await stop(2);
  await late;
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
  expect(posted).toHaveLength(2);
  ends.abort();
  expect(signals[1]?.aborted).toBe(true);
});

it('says what is not there, cannot be loaded or has no end', async () => {
  const missing = start();
  await missing.ask(4, 'zzzzzzzzzz.bin');
  expect(missing.posted).toMatchObject([{ type: 'noFile', failure: { code: 'file_not_found' } }]);
  const refused = start(1, 403);
  await refused.ask(5);
  expect(refused.posted).toMatchObject([{ type: 'noFile', failure: { code: 'file_not_fetched' } }]);
  const endless = start();
  while (endless.posted.at(-1)?.type !== 'noFile') await endless.ask(6);
  expect(endless.posted.at(-1)).toMatchObject({ failure: { code: 'file_not_fetched' } });
  expect(endless.posted.length).toBeLessThan(500);
  expect(endless.signals[0]?.aborted).toBe(true);
});
