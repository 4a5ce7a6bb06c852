/** The cards of the files near the screen, and what the page gives for them. */
import type { FileEnvelope } from '../../../protocol/file-envelope';
import type { FromReader, ToReader } from '../../../protocol/port';
import { SottoError } from '../../../protocol/errors';
import { createFileCard, type FileCard } from './card';

export type FileCards = {
  /** The card in the message `id`, the same for as long as that names the same file. */
  readonly cardFor: (id: number, envelope: FileEnvelope, author: string) => HTMLElement;
  /** The message is gone, or is none with a file (any more). */
  readonly drop: (id: number) => void;
  readonly hear: (word: Exclude<ToReader, { type: 'places' }>) => void;
};

type Kept = FileCard & { readonly file: string };
type Waiting = { readonly give: (file: Blob) => void; readonly fail: (thrown: SottoError) => void };

export function createFileCards(post: (message: FromReader) => void): FileCards {
  const cards = new Map<number, Kept>();
  const waiting = new Map<number, Waiting>();

  const fetchFor = (id: number) => (name: string, signal: AbortSignal) =>
    new Promise<Blob>((give, fail) => {
      waiting.set(id, { give, fail });
      signal.addEventListener('abort', () => fail(signal.reason as Error));
      post({ type: 'fetch', id, name });
    });
  const drop = (id: number) => {
    cards.get(id)?.release();
    cards.delete(id);
    waiting.delete(id);
  };

  return {
    cardFor: (id, envelope, author) => {
      const known = cards.get(id);
      if (known?.file === envelope.key) return known.element;
      drop(id);
      const card = createFileCard(envelope, { fetch: fetchFor(id), author });
      cards.set(id, { ...card, file: envelope.key });
      return card.element;
    },
    drop,
    hear: (word) => {
      const asked = waiting.get(word.id);
      waiting.delete(word.id);
      if (word.type === 'file') asked?.give(word.file);
      else asked?.fail(new SottoError(word.failure.code, word.failure.detail));
    },
  };
}
