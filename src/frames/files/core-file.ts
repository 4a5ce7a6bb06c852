/**
 * Sends a file to the core to be encrypted or opened there, and takes what comes back. Nothing is handed on before the
 * core has said that all of it is right.
 */
import * as v from 'valibot';
import { browser } from '../../platform/browser';
import { fromBase64, toBase64 } from '../../platform/base64';
import { SottoError } from '../../protocol/errors';
import type { FileEnvelope } from '../../protocol/file-envelope';
import { FILE_PORT, fromFileCore, type ToFileCore } from '../../protocol/file-port';
import { gather } from './gather';
import { sourceOf, type Source } from './source';

/** Told from 0 to 1. */
type OnProgress = (share: number) => void;
type Made = Pick<FileEnvelope, 'container' | 'key'>;

/**
 * One OpenPGP message for everybody in this composer's chat, and the key that the message which names it must carry.
 * Rejects with SottoError: what stands in the way of encrypting here, or `file_unreadable`; or as the signal says.
 */
export async function sealFile(
  file: Blob,
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<Made & { readonly sealed: Blob }> {
  const tell = (bytes: number) => onProgress(bytes / file.size);
  const { blob, made } = await transfer({ type: 'seal', size: file.size }, sourceOf(file), tell, signal);
  if (made === null) throw new SottoError('unexpected', 'file');
  return { ...made, sealed: blob };
}

/**
 * The file that `sealed` gives, encrypted. Rejects with SottoError `file_damaged` for whatever is not exactly the file that the message
 * by this author names; or as the signal says.
 */
export async function openFile(
  sealed: Source,
  { key, size, author }: Pick<FileEnvelope, 'key' | 'size'> & { readonly author: string },
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<Blob> {
  // What is encrypted is longer than the file, by nothing that could be seen.
  const tell = (bytes: number) => onProgress(Math.min(1, bytes / Math.max(1, size)));
  const { blob } = await transfer({ type: 'open', key, author }, sealed, tell, signal);
  if (blob.size !== size) throw new SottoError('file_damaged');
  return blob;
}

function transfer(
  wish: ToFileCore,
  next: Source,
  onBytes: (bytes: number) => void,
  signal: AbortSignal,
): Promise<{ readonly blob: Blob; readonly made: Made | null }> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const port = browser.runtime.connect({ name: FILE_PORT });
    const gathered = gather();
    let made: Made | null = null;
    let at = 0;
    const finish = (settle: () => void) => {
      signal.removeEventListener('abort', onAbort);
      port.disconnect();
      settle();
    };
    const onAbort = () => finish(() => reject(signal.reason as Error));
    signal.addEventListener('abort', onAbort);

    const giveNext = async () => {
      const piece = await next();
      if (signal.aborted) return undefined;
      if (!piece) return port.postMessage({ type: 'end' } satisfies ToFileCore);
      at += piece.byteLength;
      port.postMessage({ type: 'piece', data: toBase64(new Uint8Array(piece)) } satisfies ToFileCore);
      return onBytes(at);
    };

    port.onMessage.addListener((message: unknown) => {
      const parsed = v.safeParse(fromFileCore, message);
      if (!parsed.success) return finish(() => reject(new SottoError('unexpected', 'file')));
      const word = parsed.output;
      switch (word.type) {
        case 'want':
          giveNext().catch((cause: unknown) =>
            finish(() =>
              reject(cause instanceof SottoError ? cause : new SottoError('file_unreadable', '', { cause })),
            ),
          );
          return undefined;
        case 'key':
          made = { container: word.container, key: word.key };
          return undefined;
        case 'piece':
          gathered.add(fromBase64(word.data));
          return undefined;
        case 'end':
          return finish(() => resolve({ blob: gathered.whole(), made }));
        case 'failed':
          return finish(() => reject(new SottoError(word.failure.code, word.failure.detail)));
      }
      return undefined;
    });
    // The core was stopped in the middle: what was made until then is of no use.
    port.onDisconnect.addListener(() => finish(() => reject(new SottoError('unexpected', 'core'))));
    port.postMessage(wish);
  });
}
