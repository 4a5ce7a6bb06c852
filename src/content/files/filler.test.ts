import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createFiller } from './filler';

const streamOf = (chunks: readonly Uint8Array[]) => {
  const left = [...chunks];
  return async () => {
    const value = left.shift();
    return { done: value === undefined, value };
  };
};

it('gives the same bytes in pieces of one size, and one smaller at the end', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.uint8Array({ maxLength: 20 })),
      fc.integer({ min: 1, max: 9 }),
      async (chunks, size) => {
        const next = createFiller(streamOf(chunks), size, 1000);
        const pieces: Uint8Array[] = [];
        for (let piece = await next(); piece; piece = await next()) pieces.push(new Uint8Array(piece));
        expect(pieces.flatMap((piece) => [...piece])).toEqual(chunks.flatMap((chunk) => [...chunk]));
        for (const piece of pieces.slice(0, -1)) expect(piece.length).toBe(size);
      },
    ),
  );
});

it('ends where there is more than there may be', async () => {
  const endless = async () => ({ done: false, value: new Uint8Array(8) });
  const next = createFiller(endless, 8, 20);
  await next();
  await next();
  await expect(next()).rejects.toThrow('too large');
});
