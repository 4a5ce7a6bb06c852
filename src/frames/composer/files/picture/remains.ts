/** What is left of a picture: stretches of it as they stand there, and a few bytes of ours between them. */

/** From `from` up to and without `to`, or bytes that stand there instead. */
export type Piece = { readonly from: number; readonly to: number } | Uint8Array<ArrayBuffer>;

export type Remains = {
  readonly keep: (from: number, to: number) => void;
  readonly put: (bytes: Uint8Array<ArrayBuffer>) => void;
  readonly pieces: () => readonly Piece[];
};

export function createRemains(): Remains {
  const pieces: Piece[] = [];
  return {
    keep: (from, to) => {
      const last = pieces.at(-1);
      if (last && 'to' in last && last.to === from) pieces[pieces.length - 1] = { from: last.from, to };
      else if (to > from) pieces.push({ from, to });
    },
    put: (bytes) => pieces.push(bytes),
    pieces: () => pieces,
  };
}

/** Whether these bytes of `bytes`, from `at` on, are those of `text`, a byte a character. */
export function isAt(bytes: Uint8Array, at: number, text: string): boolean {
  for (let index = 0; index < text.length; index += 1)
    if (bytes[at + index] !== text.charCodeAt(index)) return false;
  return true;
}

/** A picture that is not built as its format says. */
export class Malformed extends Error {
  override readonly name = 'Malformed';
}
