/** Loads an encrypted file that stands in the list, as the page itself would, for the reader frame. */
import { SottoError, toErrorCode } from '../../protocol/errors';
import { MAX_FILE_BYTES } from '../../protocol/file-envelope';
import type { FromReader, ToReader } from '../../protocol/port';
import type { Site } from '../site';
import { findAttachment } from './find-attachment';

/** How far up from what bears the name its link may stand. */
const MOST_STEPS = 4;
/** The largest file, encrypted to many. */
const MOST_BYTES = MAX_FILE_BYTES * 1.15 + 1_000_000;

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
  const address = addressOf(site, list, attachment);
  if (!address) throw new SottoError('file_not_fetched');
  try {
    const response = await fetch(address);
    const length = Number(response.headers.get('content-length') ?? 0);
    if (!response.ok || length > MOST_BYTES) throw new Error(String(response.status));
    // Firefox keeps a large response's own blob in a temporary file, of which a frame in another process gets a part only.
    return new Blob([await response.arrayBuffer()]);
  } catch (cause) {
    throw new SottoError('file_not_fetched', '', { cause });
  }
}

function addressOf(site: Site, list: Element, attachment: HTMLElement): string | null {
  const known = site.upload?.link(attachment);
  if (known instanceof HTMLAnchorElement) return known.href;
  let at: HTMLElement | null = attachment;
  for (let step = 0; at && at !== list && step < MOST_STEPS; step += 1) {
    const link = at.closest('a[href]') ?? at.querySelector('a[href]');
    if (link instanceof HTMLAnchorElement && /^(?:https?|blob):/.test(link.href)) return link.href;
    at = at.parentElement;
  }
  return null;
}
