/** The cards of the files near the screen, and what the page gives for them. */
import type { FileEnvelope } from '../../../protocol/file-envelope';
import type { FromReader, ToReader } from '../../../protocol/port';
import { SottoError } from '../../../protocol/errors';
import type { Source } from '../../files/source';
import { randomNonce } from '../../random-nonce';
import { createFileCard, type FileCard } from './card';

export type FileCards = {
  /** The card in the message `id`, the same for as long as that names the same file. */
  readonly cardFor: (id: number, envelope: FileEnvelope, author: string) => HTMLElement;
  /** The message is gone, or is none with a file (any more). */
  readonly drop: (id: number) => void;
  readonly hear: (word: Exclude<ToReader, { type: 'places' }>) => void;
};

type Kept = FileCard & { readonly speaksOf: string };
type Waiting = { readonly give: (piece: ArrayBuffer | null) => void; readonly fail: (thrown: Error) => void };

export function createFileCards(post: (message: FromReader) => void): FileCards {
  const cards = new Map<number, Kept>();
  const waiting = new Map<string, Waiting>();

  const fetchFile = (name: string, signal: AbortSignal): Source => {
    const ticket = randomNonce();
    let over = false;
    signal.addEventListener('abort', () => {
      if (!over) post({ type: 'fetchEnd', ticket });
      waiting.get(ticket)?.fail(signal.reason as Error);
      waiting.delete(ticket);
    });
    return async () => {
      const piece = await new Promise<ArrayBuffer | null>((give, fail) => {
        waiting.set(ticket, { give, fail });
        post({ type: 'fetch', ticket, name });
      });
      over = piece === null;
      return piece;
    };
  };
  const drop = (id: number) => {
    cards.get(id)?.release();
    cards.delete(id);
  };

  return {
    cardFor: (id, envelope, author) => {
      // Somebody else's message may name the same file: it is not theirs.
      const speaksOf = JSON.stringify([author, envelope]);
      const known = cards.get(id);
      if (known?.speaksOf === speaksOf) return known.element;
      drop(id);
      const card = createFileCard(envelope, { fetch: fetchFile, author });
      cards.set(id, { ...card, speaksOf });
      return card.element;
    },
    drop,
    hear: (word) => {
      const asked = waiting.get(word.ticket);
      waiting.delete(word.ticket);
      if (word.type === 'noFile') asked?.fail(new SottoError(word.failure.code, word.failure.detail));
      else asked?.give(word.type === 'filePiece' ? word.data : null);
    },
  };
}
