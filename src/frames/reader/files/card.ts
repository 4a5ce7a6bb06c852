/** The card of one file: what it is, and once it was fetched, opened and found to be what its message names, itself. */
import { t } from '../../../platform/i18n';
import type { FileEnvelope } from '../../../protocol/file-envelope';
import { failureSentence, toFailure, type Failure } from '../../failure';
import { safeFileName, saveBlob, sizeWords } from '../../files/file-words';
import { openFile } from '../../files/core-file';
import { sourceOf, type Source } from '../../files/source';
import { iconElement } from '../../icons';
import { button, progressBar } from './card-parts';
import { makePreview, previewKind, type Preview } from './preview';

export type FileSource = {
  /** The encrypted file, from the page, until the signal says that it is wanted no more. Rejects with SottoError. */
  readonly fetch: (name: string, signal: AbortSignal) => Source;
  /** Fingerprint of who wrote the message, and so must have signed the file. */
  readonly author: string;
};

export type FileCard = {
  readonly element: HTMLElement;
  /** Lets go of all that was opened. */
  readonly release: () => void;
};

type Then = (file: Blob, signal: AbortSignal) => Promise<void> | void;

export function createFileCard(envelope: FileEnvelope, source: FileSource): FileCard {
  const name = safeFileName(envelope.name);
  const element = document.createElement('section');
  element.className = 'file-card';
  element.dataset['part'] = 'file';
  element.setAttribute('aria-label', name);
  let opened: Blob | null = null;
  let preview: Preview | null = null;
  let running: AbortController | null = null;

  const head = document.createElement('div');
  head.className = 'file-head';
  const label = document.createElement('bdi');
  label.className = 'file-name';
  label.textContent = name;
  label.title = name;
  const size = document.createElement('span');
  size.className = 'file-size';
  size.textContent = sizeWords(envelope.size);
  head.append(iconElement('file'), label, size);

  /** What stands under the head, in the state that the card is in. */
  const put = (state: string, ...parts: readonly Node[]) => {
    element.dataset['fileState'] = state;
    element.replaceChildren(head, ...parts);
  };
  const row = (...parts: readonly Node[]) => {
    const line = document.createElement('div');
    line.className = 'file-actions';
    line.append(...parts);
    return line;
  };
  const actions = () =>
    row(
      ...(previewKind(envelope.type)
        ? [button(t(preview ? 'files_hide' : 'files_show'), name, preview ? hide : () => void run(show))]
        : []),
      button(t('files_save'), name, () => void run(save)),
    );
  const rest = () => {
    if (preview) put('shown', preview.element, actions());
    else put(opened ? 'open' : 'closed', actions());
  };

  const show = async (file: Blob, signal: AbortSignal) => {
    const made = await makePreview(file, envelope.type, name);
    if (signal.aborted) made.release();
    else preview = made;
  };
  const hide = () => {
    preview?.release();
    preview = null;
    rest();
  };
  const save = (file: Blob) => saveBlob(file, envelope.name);

  /** @param sealed the encrypted file, where the person brought it; else it is fetched */
  const open = async (signal: AbortSignal, sealed: Blob | null): Promise<Blob> => {
    if (opened) return opened;
    const { bar, tell } = progressBar(t('files_loading'));
    put('busy', bar, row(button(t('files_stop'), name, () => running?.abort())));
    return openFile(
      sealed ? sourceOf(sealed) : source.fetch(envelope.attachment, signal),
      { ...envelope, author: source.author },
      (share) => tell(share, t('files_opening', String(Math.floor(share * 100)))),
      signal,
    );
  };

  const run = async (then: Then, sealed: Blob | null = null) => {
    if (running) return;
    const mine = new AbortController();
    running = mine;
    let failure: Failure | null = null;
    try {
      const file = await open(mine.signal, sealed);
      mine.signal.throwIfAborted();
      opened = file;
      await then(file, mine.signal);
    } catch (thrown) {
      if (!mine.signal.aborted) failure = toFailure(thrown);
    }
    // Whatever came of it, nothing more is loaded.
    mine.abort();
    if (running !== mine) return;
    running = null;
    if (failure) fail(failure, then);
    else rest();
  };

  const fail = (failure: Failure, then: Then) => {
    const words = document.createElement('p');
    words.className = 'file-failure';
    words.setAttribute('role', 'alert');
    words.textContent = failureSentence(failure);
    const input = document.createElement('input');
    input.type = 'file';
    input.hidden = true;
    input.addEventListener('change', () => void run(then, input.files?.[0] ?? null));
    const choose = button(t('files_choose'), name, () => input.click());
    put(
      'failed',
      words,
      row(
        button(t('composer_retry'), name, () => void run(then)),
        choose,
        input,
      ),
    );
  };

  // Whoever downloaded the encrypted file may as well drop it here.
  element.addEventListener('dragover', (event) => event.preventDefault());
  element.addEventListener('drop', (event) => {
    event.preventDefault();
    const [file] = event.dataTransfer?.files ?? [];
    if (file) void run(previewKind(envelope.type) ? show : save, file);
  });
  rest();
  return {
    element,
    release: () => {
      running?.abort();
      running = null;
      preview?.release();
      preview = null;
      opened = null;
      rest();
    },
  };
}
