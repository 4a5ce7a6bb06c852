/** The composer frame's uploads, each under its ticket, and what came of them; before them, which files there may be. */
import { toErrorCode } from '../../protocol/errors';
import type { FromComposer, ToComposer } from '../../protocol/port';
import type { Site } from '../site';

type Asked = Extract<FromComposer, { type: 'upload' }>;

export type UploadFile = (name: string, file: Blob, signal: AbortSignal) => Promise<void>;

export type Uploads = {
  readonly start: (asked: Asked) => Promise<void>;
  readonly cancel: (ticket: string) => void;
};

export function answerUploads(
  { upload: way }: Site,
  upload: UploadFile,
  post: (message: ToComposer) => void,
  ends: AbortSignal,
): Uploads {
  const { takes, most } =
    typeof way === 'object' ? way : { takes: way === 'guess' ? ('any' as const) : way, most: null };
  post({ type: 'files', takes, most });
  const running = new Map<string, AbortController>();
  ends.addEventListener('abort', () => {
    for (const controller of running.values()) controller.abort();
  });
  return {
    start: async ({ ticket, name, file }) => {
      const controller = new AbortController();
      running.set(ticket, controller);
      try {
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
