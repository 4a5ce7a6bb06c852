/** The composer frame's uploads, each under its ticket, and what came of them. */
import { SottoError, toErrorCode } from '../../protocol/errors';
import type { FromComposer, ToComposer } from '../../protocol/port';

type Asked = Extract<FromComposer, { type: 'upload' }>;

export type UploadFile = (name: string, file: Blob, signal: AbortSignal) => Promise<void>;

export function answerUploads(
  upload: UploadFile | null,
  post: (message: ToComposer) => void,
  ends: AbortSignal,
): { readonly start: (asked: Asked) => Promise<void>; readonly cancel: (ticket: string) => void } {
  const running = new Map<string, AbortController>();
  ends.addEventListener('abort', () => {
    for (const controller of running.values()) controller.abort();
  });
  return {
    start: async ({ ticket, name, file }) => {
      const controller = new AbortController();
      running.set(ticket, controller);
      try {
        if (!upload) throw new SottoError('panel_no_files');
        await upload(name, file, controller.signal);
        post({ type: 'sent', ticket });
      } catch (thrown) {
        post({ type: 'failed', ticket, failure: toErrorCode(thrown) });
      } finally {
        running.delete(ticket);
      }
    },
    cancel: (ticket) => running.get(ticket)?.abort(),
  };
}
