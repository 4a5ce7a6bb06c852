/**
 * A file's way through the messenger: into its own file input, pasted or dropped onto its box, sent, seen in the list.
 * The file is ciphertext under a name that says nothing, so there is nothing that the page could learn from it.
 */
import { SottoError } from '../../protocol/errors';
import { boxText, isEmpty } from '../box-text';
import { pressButton, pressEnter } from '../press';
import type { FileOffer, Place, Site, Upload } from '../site';
import { waitFor } from '../wait-for';
import { findAttachment, findBearer, stemOf } from './find-attachment';
import { chooseFile, giveFile, withFile } from './page-side';
import { uploadOf } from './upload-of';

/** Milliseconds until the page must show a file that it was given. */
const SHOW = 12_000;
/** Milliseconds for a menu to open. */
const OPENS = 3000;
/** Milliseconds for a file that it shows to be uploaded and stand in the list. */
const UPLOADED = 20 * 60_000;
/** Milliseconds between two looks at the page. */
const LOOK = 200;
/** Milliseconds between two presses of what sends. */
const PRESS_AGAIN = 2000;
/** Characters that the address of a file may have with what a site writes around it, at most. */
const MOST_ADDRESS = 500;

export type UploadContext = {
  readonly site: Site;
  /** Where the chat stands in the page now; null once it is open no more. */
  readonly current: () => Place | null;
  /** Around the moments in which we act in the page's box. */
  readonly inserting: (on: boolean) => void;
  readonly signal: AbortSignal;
};

/**
 * Throws SottoError site_no_box, site_changed_chat or site_file_refused; the last also when it was cancelled, and for a
 * site that takes no such file, which the composer says before anything is encrypted.
 */
export async function uploadFile(context: UploadContext, name: string, blob: Blob): Promise<void> {
  const upload = uploadOf(context.site);
  if (upload?.takes !== 'any') throw new SottoError('site_file_refused');
  const file = new File([blob], name, { type: 'application/octet-stream' });
  for (const offer of upload.offers) {
    const box = openPlace(context).writing?.box;
    if (!box) throw new SottoError('site_no_box');
    if (!(await give(context, upload, offer, box, file))) continue;
    const look = seldom(
      () => findAttachment(context.site, openPlace(context).list, name) ?? waiting(context, upload, name),
    );
    const shown = await waitFor(look, SHOW, context.signal);
    if (!shown) continue;
    await untilInList(context, upload, name);
    return;
  }
  throw new SottoError('site_file_refused');
}

function openPlace({ current, signal }: UploadContext): Place {
  if (signal.aborted) throw new SottoError('site_file_refused');
  const place = current();
  if (!place) throw new SottoError('site_changed_chat');
  return place;
}

/** False where the page cannot be given it in this way. */
async function give(
  { inserting }: UploadContext,
  upload: Upload,
  offer: FileOffer,
  box: HTMLElement,
  file: File,
): Promise<boolean> {
  if (offer === 'input') return giveInput(upload.input(box), file);
  inserting(true);
  try {
    if (offer === 'menu') return await chooseFile(upload.menu, file, OPENS);
    await giveFile(offer, box, file);
    return true;
  } finally {
    inserting(false);
  }
}

function giveInput(input: HTMLInputElement | null, file: File): boolean {
  if (!input) return false;
  input.files = withFile(file).files;
  input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  input.dispatchEvent(new Event('change', { bubbles: true }));
  return true;
}

/** Where the page shows the file before it is sent: anywhere but in the list, where it then has been. */
function waiting({ current }: UploadContext, upload: Upload, name: string): HTMLElement | null {
  const box = current()?.writing?.box;
  const isInBox = box !== undefined && boxText(box).includes(stemOf(name));
  return upload.confirm() ?? upload.card() ?? (isInBox ? box : findBearer(document.body, name));
}

/** Presses what sends for as long as the file waits for that. */
async function untilInList(context: UploadContext, upload: Upload, name: string): Promise<void> {
  const { site } = context;
  let pressed = 0;
  const state = seldom(() => {
    const place = openPlace(context);
    const found = findAttachment(site, place.list, name);
    if (found) {
      const delivery = site.delivery(found);
      return delivery === 'pending' ? null : delivery;
    }
    if (waiting(context, upload, name) && performance.now() - pressed > PRESS_AGAIN) {
      pressed = performance.now();
      pressSend(context, upload, place, name);
    }
    return null;
  });
  if ((await waitFor(state, UPLOADED, context.signal)) !== 'sent') throw new SottoError('site_file_refused');
}

/** A list is long, and a file takes its time. */
function seldom<T>(probe: () => T | null): () => T | null {
  let last = Number.NEGATIVE_INFINITY;
  return () => {
    if (performance.now() - last < LOOK) return null;
    last = performance.now();
    return probe();
  };
}

function pressSend({ inserting }: UploadContext, upload: Upload, { writing }: Place, name: string): void {
  const box = writing?.box;
  const button = upload.confirm() ?? writing?.sendButton();
  // What else stands in the box would go with the file.
  if (box && !isEmpty(box) && !isAddress(boxText(box), upload, name)) return;
  inserting(true);
  if (button) pressButton(button);
  else if (box) pressEnter(box);
  inserting(false);
}

/** Whether the text is what the site put there for the file, and it is all there. */
function isAddress(text: string, { address }: Upload, name: string): boolean {
  return address?.test(text) === true && text.includes(stemOf(name)) && text.length <= MOST_ADDRESS;
}
