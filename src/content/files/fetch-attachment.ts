/** Loads an encrypted file that stands in the list, as the page itself would, for the reader frame. */
import { SottoError, toErrorCode } from '../../protocol/errors';
import { MAX_FILE_BYTES } from '../../protocol/file-envelope';
import type { FromReader, ToReader } from '../../protocol/port';
import { pressButton } from '../press';
import type { Site } from '../site';
import { findAttachment } from './find-attachment';
import { catchFile } from './page-side';
import { uploadOf } from './upload-of';

/** How far up from what bears the name its link may stand. */
const MOST_STEPS = 4;
/** The largest file, encrypted to many. */
const MOST_BYTES = MAX_FILE_BYTES * 1.15 + 1_000_000;
/** Milliseconds that the page may take to load a file that it was told to save. */
const PAGE_LOADS = 120_000;

export async function answerFetch(
  site: Site,
  list: Element,
  { id, name }: Extract<FromReader, { type: 'fetch' }>,
  post: (answer: Exclude<ToReader, { type: 'places' }>) => void,
): Promise<void> {
  try {
    post({ type: 'file', id, file: await fetchAttachment(site, list, name) });
  } catch (thrown) {
    post({ type: 'noFile', id, failure: toErrorCode(thrown) });
  }
}

/** Throws SottoError `file_not_found` or `file_not_fetched`. */
async function fetchAttachment(site: Site, list: Element, name: string): Promise<Blob> {
  const attachment = findAttachment(site, list, name);
  if (!attachment) throw new SottoError('file_not_found');
  const control = uploadOf(site)?.link(attachment) ?? null;
  const address = control ? addressOf(control) : linkNear(attachment, list);
  try {
    const bytes = (address && (await load(address))) ?? (control && (await saved(control)));
    // Firefox keeps a large response's own blob in a temporary file, of which a frame in another process gets a part only.
    if (bytes && bytes.byteLength <= MOST_BYTES) return new Blob([bytes]);
  } catch (cause) {
    throw new SottoError('file_not_fetched', '', { cause });
  }
  throw new SottoError('file_not_fetched');
}

/** Null where the address gives a script nothing: the page may have it all the same, through a worker of its own. */
async function load(address: string): Promise<ArrayBuffer | null> {
  const isElsewhere = new URL(address).origin !== location.origin;
  // Another host of the site's may want the session's cookies, or may allow nobody to send any.
  for (const credentials of isElsewhere ? (['omit', 'include'] as const) : (['same-origin'] as const)) {
    const response = await fetch(address, { credentials }).catch(() => null);
    const length = Number(response?.headers.get('content-length') ?? 0);
    if (response?.ok && length <= MOST_BYTES) return response.arrayBuffer();
  }
  return null;
}

/** Presses what saves the file, and takes what the page would have saved. */
async function saved(control: HTMLElement): Promise<ArrayBuffer | null> {
  const file = await catchFile(() => pressButton(control), PAGE_LOADS);
  return file && file.arrayBuffer();
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
