/** Puts the pieces of a file together. */

/** Bytes of one part of the whole: browsers read what has hundreds of small parts slowly. */
const PART_BYTES = 1 << 22;

export type Gathering = {
  readonly add: (piece: Uint8Array<ArrayBuffer>) => void;
  /** All that was added. */
  readonly whole: () => Blob;
};

export function gather(): Gathering {
  const parts: Blob[] = [];
  let loose: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  const settle = () => {
    parts.push(new Blob(loose));
    loose = [];
    bytes = 0;
  };
  return {
    add: (piece) => {
      loose.push(piece);
      bytes += piece.length;
      if (bytes >= PART_BYTES) settle();
    },
    whole: () => {
      settle();
      return new Blob(parts);
    },
  };
}
