/**
 * The files that wait in the composer, and their way out one after another: encrypted here, uploaded by the content
 * script, then named by a message. What fails stays, with what was done already, and goes on from there.
 */
import type { ask as askCore } from '../../ask';
import { SottoError } from '../../../protocol/errors';
import { MAX_FILE_BYTES, writeFileEnvelope, type FileEnvelope } from '../../../protocol/file-envelope';
import type { FromComposer, ToComposer } from '../../../protocol/port';
import { toFailure, type Failure } from '../../failure';
import type { sealFile } from '../../files/core-file';
import { randomNonce } from '../../random-nonce';
import {
  envelopeOf,
  refuseUnsendable,
  stateOfNew,
  type Details,
  type FileState,
  type OutgoingFile,
  type SiteFiles,
} from './outgoing';
import type { lookAtFile, Looked } from './picture/look-at-file';

type Sealed = { readonly sealed: Blob; readonly envelope: FileEnvelope };
type Job = {
  readonly id: number;
  readonly file: File;
  readonly cancel: AbortController;
  state: FileState;
  /** Null until somebody looks, and again when that could not be done. */
  look: Promise<Looked> | null;
  looked: Looked | null;
  /** The person wants a picture's details to be sent along. */
  asItIs: boolean;
  sealed: Sealed | null;
  uploaded: boolean;
};

type Surroundings = {
  readonly ask: typeof askCore;
  readonly post: (message: FromComposer) => void;
  readonly look: typeof lookAtFile;
  readonly seal: typeof sealFile;
  readonly save: (blob: Blob, name: string) => void;
  readonly onChange: () => void;
};

export type Outbox = ReturnType<typeof createOutbox>;

/** Files at once, at most. */
export const mostFiles = 20;
/** Milliseconds until the message about a file must have been seen in the list. */
const lost = 120_000;

export function createOutbox({ ask, post, look, seal: sealAtCore, save, onChange }: Surroundings) {
  let jobs: readonly Job[] = [];
  let site: SiteFiles = { takes: 'none', most: null };
  let made = 0;
  let leftOut = 0;
  let sending = false;
  let lastLook: Promise<unknown> = Promise.resolve();
  const answers = new Map<string, (failure: Failure | null) => void>();

  const setState = (job: Job, state: FileState) => {
    job.state = state;
    onChange();
  };
  const forget = (job: Job) => {
    jobs = jobs.filter((other) => other !== job);
    onChange();
  };

  /** One after another, since a picture is whole in memory meanwhile. */
  const lookAt = (job: Job): Promise<Looked> => {
    const looking = lastLook.then(async () => {
      job.cancel.signal.throwIfAborted();
      job.looked = await look(job.file);
      onChange();
      return job.looked;
    });
    job.look = looking;
    lastLook = looking.catch(() => {
      job.look = null;
    });
    return looking;
  };
  const toBeSent = async (job: Job): Promise<Blob> => {
    try {
      const looked = await (job.look ?? lookAt(job));
      return looked.kind === 'details' && !job.asItIs ? looked.without : job.file;
    } catch (cause) {
      throw new SottoError('file_unreadable', '', { cause });
    }
  };

  /** What the content script answers to this ticket. */
  const answer = (ticket: string) =>
    new Promise<void>((resolve, reject) => {
      answers.set(ticket, (failure) => {
        answers.delete(ticket);
        if (failure) reject(new SottoError(failure.code, failure.detail));
        else resolve();
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
    const content = await toBeSent(job);
    const { sealed, container, key } = await sealAtCore(content, onProgress, job.cancel.signal);
    job.sealed = { sealed, envelope: envelopeOf(job.file, content.size, { container, key }) };
    return job.sealed;
  };

  const upload = async (job: Job, { sealed, envelope }: Sealed) => {
    setState(job, { kind: 'uploading' });
    const ticket = randomNonce();
    const stop = () => {
      post({ type: 'cancelUpload', ticket });
      answers.get(ticket)?.({ code: 'site_file_refused', detail: '' });
    };
    job.cancel.signal.addEventListener('abort', stop);
    try {
      const done = answer(ticket);
      post({ type: 'upload', ticket, name: envelope.attachment, file: sealed });
      await done;
      job.uploaded = true;
    } finally {
      job.cancel.signal.removeEventListener('abort', stop);
    }
  };

  const tell = async (job: Job, { envelope }: Sealed) => {
    setState(job, { kind: 'telling' });
    const { ticket, parts } = await ask('composer.encrypt', { text: writeFileEnvelope(envelope) });
    const done = answer(ticket);
    const timer = setTimeout(() => answers.get(ticket)?.({ code: 'site_not_sent', detail: '' }), lost);
    try {
      post({ type: 'send', ticket, parts });
      await done;
    } finally {
      clearTimeout(timer);
    }
  };

  /** True once it is in the chat, or was taken out. */
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
    files: (): readonly OutgoingFile[] =>
      jobs.map((job) => ({
        id: job.id,
        file: job.file,
        state: job.state,
        details: detailsOf(job),
        open: isOpen(job),
      })),
    busy: () => sending,
    /** How many of the files last added found no room. */
    leftOut: () => leftOut,
    add: (files: readonly File[]) => {
      const room = files.slice(0, Math.max(0, mostFiles - jobs.length));
      leftOut = files.length - room.length;
      const added = room.map((file): Job => {
        made += 1;
        return {
          id: made,
          file,
          cancel: new AbortController(),
          state: stateOfNew(file, site),
          look: null,
          looked: null,
          asItIs: false,
          sealed: null,
          uploaded: false,
        };
      });
      jobs = [...jobs, ...added];
      onChange();
      // What goes wrong is said when it is to be sent.
      for (const job of added) if (job.file.size <= MAX_FILE_BYTES) lookAt(job).catch(() => undefined);
    },
    /** Takes the file out; if it is on its way, that ends where it is. */
    remove: (id: number) => {
      const job = jobs.find((one) => one.id === id);
      // From then on it would be sent all the same.
      if (!job || job.state.kind === 'telling') return;
      job.cancel.abort();
      leftOut = 0;
      forget(job);
    },
    /** Whether this picture is sent with the details that stand in it. */
    sendAsItIs: (id: number, asItIs: boolean) => {
      const job = jobs.find((one) => one.id === id);
      if (!job || !isOpen(job)) return;
      job.asItIs = asItIs;
      job.sealed = null;
      onChange();
    },
    /** Sends all that wait or failed now, in order, up to the first that fails. True if none of them did. */
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

function isOpen({ state, looked, uploaded }: Job): boolean {
  return looked?.kind === 'details' && !uploaded && (state.kind === 'waiting' || state.kind === 'failed');
}

function detailsOf({ look, looked, asItIs }: Job): Details {
  if (!looked) return look ? 'looking' : 'nothing';
  if (looked.kind !== 'details') return looked.kind;
  return asItIs ? 'kept' : 'removed';
}
