/**
 * A file's way through the messenger: into its own file input, or dropped onto its box, sent, seen in the list.
 * The file is ciphertext under a name that says nothing, so there is nothing that the page could learn from it.
 */
import { SottoError } from '../../protocol/errors';
import { isEmpty } from '../box-text';
import { pressButton, pressEnter } from '../press';
import type { Place, Site, Upload } from '../site';
import { waitFor } from '../wait-for';
import { findAttachment, findBearer } from './find-attachment';

/** Milliseconds until the page must show a file that it was given. */
const SHOW = 12_000;
/** Milliseconds for a file that it shows to be uploaded and stand in the list. */
const UPLOADED = 20 * 60_000;
/** Milliseconds between two looks at the page. */
const LOOK = 200;
/** Milliseconds between two presses of what sends. */
const PRESS_AGAIN = 2000;

export type UploadContext = {
  readonly site: Site;
  /** Where the chat stands in the page now; null once it is open no more. */
  readonly current: () => Place | null;
  /** Around the moments in which we act in the page's box. */
  readonly inserting: (on: boolean) => void;
  readonly signal: AbortSignal;
};

/**
 * Throws SottoError site_no_files, site_pictures_only, site_no_box, site_changed_chat or site_file_refused; the last
 * also when it was cancelled.
 */
export async function uploadFile(context: UploadContext, name: string, blob: Blob): Promise<void> {
  const { site } = context;
  const { upload } = site;
  if (!upload) throw new SottoError('site_no_files');
  if (upload.takes === 'pictures') throw new SottoError('site_pictures_only');
  const file = new File([blob], name, { type: 'application/octet-stream' });
  for (const offer of [offerToInput, offerAsDrop]) {
    const box = openPlace(context).writing?.box;
    if (!box) throw new SottoError('site_no_box');
    if (!offer(upload, box, file)) continue;
    const look = seldom(() => findAttachment(site, openPlace(context).list, name) ?? waiting(site, name));
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

function withFile(file: File): DataTransfer {
  const transfer = new DataTransfer();
  transfer.items.add(file);
  return transfer;
}

function offerToInput(upload: Upload, box: HTMLElement, file: File): boolean {
  const input = upload.input(box);
  if (!input) return false;
  input.files = withFile(file).files;
  input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  input.dispatchEvent(new Event('change', { bubbles: true }));
  return true;
}

function offerAsDrop(_: Upload, box: HTMLElement, file: File): boolean {
  const dataTransfer = withFile(file);
  for (const type of ['dragenter', 'dragover', 'drop']) {
    box.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, composed: true, dataTransfer }));
  }
  return true;
}

/** Where the page shows the file before it is sent: anywhere but in the list, where it then has been. */
function waiting(site: Site, name: string): HTMLElement | null {
  return site.upload?.confirm() ?? findBearer(document.body, name);
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
    if (waiting(site, name) && performance.now() - pressed > PRESS_AGAIN) {
      pressed = performance.now();
      pressSend(context, upload, place);
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

function pressSend({ inserting }: UploadContext, upload: Upload, { writing }: Place): void {
  const box = writing?.box;
  const button = upload.confirm() ?? writing?.sendButton();
  // What else stands in the box would go with the file.
  if (box && !isEmpty(box)) return;
  inserting(true);
  if (button) pressButton(button);
  else if (box) pressEnter(box);
  inserting(false);
}
