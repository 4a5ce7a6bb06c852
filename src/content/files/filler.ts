/** Makes even pieces of what a stream gives as it likes. */

type Read = () => Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;

/**
 * Gives a piece of `size` bytes at each call, or of fewer the last time, then null. Nothing is read ahead of what was
 * asked for but the rest of a chunk.
 * @param most bytes in all; rejects beyond that
 */
export function createFiller(read: Read, size: number, most: number): () => Promise<ArrayBuffer | null> {
  let rest = new Uint8Array();
  let given = 0;
  return async () => {
    const piece = new Uint8Array(size);
    let filled = 0;
    while (filled < size) {
      if (rest.length === 0) {
        const { done, value } = await read();
        if (done) break;
        rest = new Uint8Array(value ?? []);
      }
      const taken = rest.subarray(0, size - filled);
      piece.set(taken, filled);
      filled += taken.length;
      rest = rest.subarray(taken.length);
    }
    given += filled;
    if (given > most) throw new Error('too large');
    return filled === 0 ? null : filled === size ? piece.buffer : piece.buffer.slice(0, filled);
  };
}
