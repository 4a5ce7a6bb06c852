/**
 * The files that wait in the composer, and their way out one after another: encrypted here, uploaded by the content
 * script, then named by a message. What fails stays, with what was done already, and goes on from there.
 */
import type { ask as askCore } from '../../ask';
import { SottoError, type ErrorCode } from '../../../protocol/errors';
import { MAX_FILE_BYTES, writeFileEnvelope, type FileEnvelope } from '../../../protocol/file-envelope';
import type { FilesTaken } from '../../../protocol/files-taken';
import type { FromComposer, ToComposer } from '../../../protocol/port';
import { toFailure, type Failure } from '../../failure';
import type { sealFile } from '../../files/core-file';
import { randomNonce } from '../../random-nonce';

export type FileState =
  | { readonly kind: 'waiting' }
  /** `share` from 0 to 1. */
  | { readonly kind: 'sealing'; readonly share: number }
  | { readonly kind: 'uploading' }
  /** Uploaded; the message that names it is on its way. */
  | { readonly kind: 'telling' }
  /** Saved encrypted, for the person to upload by hand. */
  | { readonly kind: 'by-hand' }
  | { readonly kind: 'failed'; readonly failure: Failure };

export type OutgoingFile = { readonly id: number; readonly file: File; readonly state: FileState };
type Sealed = { readonly sealed: Blob; readonly envelope: FileEnvelope };
type Job = {
  readonly id: number;
  readonly file: File;
  readonly cancel: AbortController;
  state: FileState;
  sealed: Sealed | null;
  uploaded: boolean;
};

/** What the content script said of the site's files. */
type SiteFiles = Pick<Extract<ToComposer, { type: 'files' }>, 'takes' | 'most'>;

type Surroundings = {
  readonly ask: typeof askCore;
  readonly post: (message: FromComposer) => void;
  readonly seal: typeof sealFile;
  readonly save: (blob: Blob, name: string) => void;
  readonly onChange: () => void;
};

export type Outbox = ReturnType<typeof createOutbox>;

/** Files at once, at most. */
const most = 20;
/** Milliseconds until the message about a file must have been seen in the list. */
const lost = 120_000;

export function createOutbox({ ask, post, seal: sealAtCore, save, onChange }: Surroundings) {
  let jobs: readonly Job[] = [];
  let site: SiteFiles = { takes: 'none', most: null };
  let made = 0;
  let sending = false;
  const answers = new Map<string, (failure: Failure | null) => void>();

  const setState = (job: Job, state: FileState) => {
    job.state = state;
    onChange();
  };
  const forget = (job: Job) => {
    jobs = jobs.filter((other) => other !== job);
    onChange();
  };

  /** What the content script answers to this ticket. Rejects when it was cancelled. */
  const answer = (ticket: string, cancel: AbortSignal, patience?: number) =>
    new Promise<void>((resolve, reject) => {
      const settle = (failure: Failure | null) => {
        answers.delete(ticket);
        if (failure) reject(new SottoError(failure.code, failure.detail));
        else resolve();
      };
      answers.set(ticket, settle);
      if (patience !== undefined)
        setTimeout(() => answers.get(ticket)?.({ code: 'site_not_sent', detail: '' }), patience);
      cancel.addEventListener('abort', () => {
        post({ type: 'cancelUpload', ticket });
        settle({ code: 'site_file_refused', detail: '' });
      });
    });

  const seal = async (job: Job): Promise<Sealed> => {
    if (job.sealed) return job.sealed;
    setState(job, { kind: 'sealing', share: 0 });
    let told = 0;
    const onProgress = (share: number) => {
      if (share - told < 0.01) return;
      told = share;
      setState(job, { kind: 'sealing', share });
    };
    const { sealed, container, key } = await sealAtCore(job.file, onProgress, job.cancel.signal);
    const { name, type, size } = job.file;
    job.sealed = {
      sealed,
      envelope: {
        name: name.slice(-255) || 'file',
        type: /^[\x21-\x7e]{0,127}$/.test(type) ? type : '',
        size,
        attachment: `${randomName()}.bin`,
        container,
        key,
      },
    };
    return job.sealed;
  };

  const upload = async (job: Job, { sealed, envelope }: Sealed) => {
    setState(job, { kind: 'uploading' });
    const ticket = randomNonce();
    const done = answer(ticket, job.cancel.signal);
    post({ type: 'upload', ticket, name: envelope.attachment, file: sealed });
    await done;
    job.uploaded = true;
  };

  const tell = async (job: Job, { envelope }: Sealed) => {
    setState(job, { kind: 'telling' });
    const { ticket, parts } = await ask('composer.encrypt', { text: writeFileEnvelope(envelope) });
    const done = answer(ticket, job.cancel.signal, lost);
    post({ type: 'send', ticket, parts });
    await done;
  };

  /** True once it is in the chat. */
  const sendOne = async (job: Job): Promise<boolean> => {
    const { signal } = job.cancel;
    const byHand = job.state.kind === 'by-hand';
    try {
      if (!byHand) refuseUnsendable(site, job.file.size);
      const sealed = await seal(job);
      signal.throwIfAborted();
      if (!byHand) refuseUnsendable(site, sealed.sealed.size);
      if (!job.uploaded && !byHand) await upload(job, sealed);
      signal.throwIfAborted();
      await tell(job, sealed);
      forget(job);
      return true;
    } catch (thrown) {
      if (!signal.aborted) setState(job, { kind: 'failed', failure: toFailure(thrown) });
      return signal.aborted;
    }
  };

  return {
    files: (): readonly OutgoingFile[] => jobs.map(({ id, file, state }) => ({ id, file, state })),
    busy: () => sending,
    add: (files: readonly File[]) => {
      const room = files.slice(0, Math.max(0, most - jobs.length));
      jobs = [
        ...jobs,
        ...room.map((file): Job => {
          made += 1;
          return {
            id: made,
            file,
            cancel: new AbortController(),
            state: stateOfNew(file, site),
            sealed: null,
            uploaded: false,
          };
        }),
      ];
      onChange();
    },
    /** Takes the file out; if it is on its way, that ends where it is. */
    remove: (id: number) => {
      const job = jobs.find((one) => one.id === id);
      if (!job) return;
      job.cancel.abort();
      forget(job);
    },
    /** Sends all that wait or failed, in order. True if none is left behind. */
    send: async (): Promise<boolean> => {
      sending = true;
      onChange();
      try {
        for (const job of jobs) {
          if (!job.cancel.signal.aborted && !(await sendOne(job))) return false;
        }
        return true;
      } finally {
        sending = false;
        onChange();
      }
    },
    /** Gives the person the encrypted file, and from then on sends only the message that opens it. */
    saveSealed: async (id: number) => {
      const job = jobs.find((one) => one.id === id);
      if (!job) return;
      try {
        const { sealed, envelope } = await seal(job);
        save(sealed, envelope.attachment);
        setState(job, { kind: 'by-hand' });
      } catch (thrown) {
        if (!job.cancel.signal.aborted) setState(job, { kind: 'failed', failure: toFailure(thrown) });
      }
    },
    hear: (word: ToComposer) => {
      if (word.type === 'files') site = word;
      if (word.type === 'sent') answers.get(word.ticket)?.(null);
      if (word.type === 'failed') answers.get(word.ticket)?.(word.failure);
    },
  };
}

function stateOfNew(file: File, site: SiteFiles): FileState {
  try {
    if (file.size > MAX_FILE_BYTES)
      throw new SottoError('file_too_large', String(Math.floor(MAX_FILE_BYTES / 1_000_000)));
    refuseUnsendable(site, file.size);
    return { kind: 'waiting' };
  } catch (thrown) {
    return { kind: 'failed', failure: toFailure(thrown) };
  }
}

const refusals: Readonly<Record<Exclude<FilesTaken, 'any'>, ErrorCode>> = {
  pictures: 'site_pictures_only',
  listed: 'site_kinds_only',
  none: 'site_no_files',
  unknown: 'site_files_unknown',
  'not-here': 'panel_no_files',
};

/** Throws SottoError for what this site does not carry. */
function refuseUnsendable({ takes, most: largest }: SiteFiles, bytes: number): void {
  if (takes !== 'any') throw new SottoError(refusals[takes]);
  if (largest !== null && bytes > largest)
    throw new SottoError('site_file_too_large', String(Math.floor(largest / 1_000_000)));
}

/** Ten characters that say nothing and stand nowhere else in the page. */
function randomName(): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz234567';
  return Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => letters[byte % 32]).join('');
}
