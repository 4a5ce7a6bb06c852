/** A stream that is fed from outside, one piece for each that it asks for: so nothing piles up. */
import { SottoError } from '../protocol/errors';

type Bytes = Uint8Array<ArrayBuffer>;

export type Pieces = {
  readonly stream: ReadableStream<Bytes>;
  readonly give: (piece: Bytes) => void;
  readonly end: () => void;
  readonly fail: (reason: Error) => void;
  /** Bytes given until now. */
  readonly taken: () => number;
};

/**
 * @param want called when another piece is needed, which is then to be given, or the end to be told
 * @param most bytes; above that the stream fails with SottoError `file_too_large`
 */
export function createPieces(want: () => void, most: number): Pieces {
  let controller: ReadableStreamDefaultController<Bytes> | null = null;
  let resume = () => undefined as void;
  let taken = 0;
  const over = () => {
    controller = null;
    resume();
  };
  const fail = (reason: Error) => {
    controller?.error(reason);
    over();
  };
  const stream = new ReadableStream<Bytes>(
    {
      start: (given) => {
        controller = given;
      },
      pull: () =>
        new Promise<void>((resolve) => {
          resume = resolve;
          want();
        }),
      cancel: over,
    },
    { highWaterMark: 0 },
  );
  return {
    stream,
    give: (piece) => {
      taken += piece.length;
      if (taken > most) return fail(new SottoError('file_too_large', String(Math.floor(most / 1e6))));
      controller?.enqueue(piece);
      return resume();
    },
    end: () => {
      controller?.close();
      over();
    },
    fail,
    taken: () => taken,
  };
}
