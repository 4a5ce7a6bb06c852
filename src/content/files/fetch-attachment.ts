/**
 * Loads an encrypted file that stands in the list, as the page itself would, for the reader frame: piece by piece as
 * that asks for them, so that the page's process never holds all of it and its thread never stands still for it.
 */
import { SottoError, toErrorCode } from '../../protocol/errors';
import { MAX_FILE_BYTES } from '../../protocol/file-envelope';
import { PIECE_BYTES } from '../../protocol/piece-bytes';
import type { FromReader, ToReader } from '../../protocol/port';
import { pressButton } from '../press';
import type { Site } from '../site';
import { createFiller } from './filler';
import { findAttachment } from './find-attachment';
import { catchFile } from './page-side';
import { uploadOf } from './upload-of';

/** How far up from what bears the name its link may stand. */
const MOST_STEPS = 4;
/** The largest file, encrypted to many. */
const MOST_BYTES = MAX_FILE_BYTES * 1.15 + 1_000_000;
/** Milliseconds that the page may take to load a file that it was told to save. */
const PAGE_LOADS = 120_000;

type Stream = ReadableStream<Uint8Array<ArrayBuffer>>;
type Asked = Extract<FromReader, { type: 'fetch' | 'fetchEnd' }>;
type Loading = { readonly stop: AbortController; next: (() => Promise<ArrayBuffer | null>) | null };

/** By ticket: what is being loaded. */
const running = new Map<string, Loading>();

/** @param ends when nobody is there any more to be answered */
export async function answerFetch(
  site: Site,
  list: Element,
  asked: Asked,
  post: (answer: Exclude<ToReader, { type: 'places' }>) => void,
  ends: AbortSignal,
): Promise<void> {
  const { ticket } = asked;
  const end = () => {
    const ended = running.get(ticket);
    running.delete(ticket);
    ended?.stop.abort();
  };
  if (asked.type === 'fetchEnd') return end();
  const loading = running.get(ticket) ?? { stop: new AbortController(), next: null };
  if (!running.has(ticket)) ends.addEventListener('abort', end, { signal: loading.stop.signal });
  running.set(ticket, loading);
  try {
    loading.next ??= await startLoading(site, list, asked.name, loading.stop.signal);
    const data = await loading.next();
    if (!running.has(ticket)) return undefined;
    if (data) post({ type: 'filePiece', ticket, data });
    else post({ type: 'fileEnd', ticket });
    if (!data) end();
  } catch (thrown) {
    if (running.has(ticket)) post({ type: 'noFile', ticket, failure: toErrorCode(thrown) });
    end();
  }
  return undefined;
}

/** What gives the next piece, or null after the last. Throws SottoError `file_not_found` or `file_not_fetched`, now or then. */
async function startLoading(
  site: Site,
  list: Element,
  name: string,
  signal: AbortSignal,
): Promise<() => Promise<ArrayBuffer | null>> {
  const attachment = findAttachment(site, list, name);
  if (!attachment) throw new SottoError('file_not_found');
  const control = uploadOf(site)?.link(attachment) ?? null;
  const address = control ? addressOf(control) : linkNear(attachment, list);
  const failing = async <T>(step: () => Promise<T>): Promise<T> => {
    try {
      return await step();
    } catch (cause) {
      throw new SottoError('file_not_fetched', '', { cause });
    }
  };
  const bytes = await failing(
    async () => (address && (await load(address, signal))) ?? (control && (await saved(control))),
  );
  if (!bytes) throw new SottoError('file_not_fetched');
  const reader = bytes.getReader();
  signal.addEventListener('abort', () => void reader.cancel().catch(() => undefined));
  const filler = createFiller(() => reader.read(), PIECE_BYTES, MOST_BYTES);
  return () => failing(filler);
}

/** Null where the address gives a script nothing: the page may have it all the same, through a worker of its own. */
async function load(address: string, signal: AbortSignal): Promise<Stream | null> {
  const isElsewhere = new URL(address).origin !== location.origin;
  // Another host of the site's may want the session's cookies, or may allow nobody to send any.
  for (const credentials of isElsewhere ? (['omit', 'include'] as const) : (['same-origin'] as const)) {
    const response = await fetch(address, { credentials, signal }).catch(() => null);
    if (response?.ok && response.body) return response.body;
    signal.throwIfAborted();
  }
  return null;
}

/** Presses what saves the file, and takes what the page would have saved. */
async function saved(control: HTMLElement): Promise<Stream | null> {
  const file = await catchFile(() => pressButton(control), PAGE_LOADS);
  return file && file.stream();
}

function addressOf(element: HTMLElement): string | null {
  const isFile = element instanceof HTMLAnchorElement && /^(?:https?|blob):/.test(element.href);
  return isFile && element.getAttribute('href') !== '#' ? element.href : null;
}

function linkNear(attachment: HTMLElement, list: Element): string | null {
  let at: HTMLElement | null = attachment;
  for (let step = 0; at && at !== list && step < MOST_STEPS; step += 1) {
    const link = at.closest<HTMLElement>('a[href]') ?? at.querySelector<HTMLElement>('a[href]');
    const address = link && addressOf(link);
    if (address) return address;
    at = at.parentElement;
  }
  return null;
}
