import { expect, it, vi } from 'vitest';
import { gather } from './gather';

it('puts pieces together in their order, in few parts', async () => {
  const whole = gather();
  const pieces = Array.from({ length: 70 }, (_, at) => new Uint8Array(1 << 17).fill(at));
  const made = vi.fn();
  vi.stubGlobal(
    'Blob',
    class extends Blob {
      constructor(parts?: BlobPart[]) {
        made();
        super(parts);
      }
    },
  );
  for (const piece of pieces) whole.add(piece);
  const blob = whole.whole();
  expect(made).toHaveBeenCalledTimes(4);
  vi.unstubAllGlobals();
  expect(Buffer.from(await blob.arrayBuffer()).equals(Buffer.concat(pieces))).toBe(true);
  expect(gather().whole().size).toBe(0);
});
