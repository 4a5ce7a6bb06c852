import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FileEnvelope } from '../../protocol/file-envelope';
import { paddedLength } from './file-layout';
import { openFile, sealFile } from './file-crypto';
import { pieceLength } from './pieces';

const containers = ['seipd1', 'seipd2'] as const;
const header = btoa('the session keys for all readers');
const never = new AbortController().signal;
const quiet = () => {};

const random = (length: number) => {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
  return bytes;
};

async function sealedFile(container: FileEnvelope['container'], content: Uint8Array<ArrayBuffer>) {
  const key = Array.from(random(32), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const { sealed, sha256 } = await sealFile(new Blob([content]), { container, key, header }, quiet, never);
  const envelope: FileEnvelope = {
    name: 'a.txt',
    type: 'text/plain',
    size: content.length,
    attachment: 'abcdefghij.bin',
    sha256,
    container,
    key,
  };
  return { bytes: new Uint8Array(await sealed.arrayBuffer()), envelope };
}

const open = (bytes: Uint8Array<ArrayBuffer>, envelope: FileEnvelope) =>
  openFile(new Blob([bytes]), envelope, quiet, never);

/** As `open` with the checksum that these bytes have: what remains is what the container itself finds. */
async function openRehashed(bytes: Uint8Array<ArrayBuffer>, envelope: FileEnvelope) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return open(bytes, { ...envelope, sha256 });
}

describe.each(containers)('a file in %s', (container) => {
  it.each([0, 1, 15, 16, 17, 1000, pieceLength - 12, pieceLength, 2 * pieceLength + 5])(
    'of %i bytes comes back as it was',
    async (size) => {
      const content = random(size);
      const { bytes, envelope } = await sealedFile(container, content);
      const opened = new Uint8Array(await (await open(bytes, envelope)).arrayBuffer());
      expect(opened.length).toBe(size);
      expect(opened.every((byte, at) => byte === content[at])).toBe(true);
    },
  );

  it('comes back whatever is in it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (content) => {
        const { bytes, envelope } = await sealedFile(container, new Uint8Array(content));
        expect([...new Uint8Array(await (await open(bytes, envelope)).arrayBuffer())]).toEqual([...content]);
      }),
      { numRuns: 30 },
    );
  });

  it('shows its size in steps, where older programs know of that', async () => {
    const lengths = await Promise.all(
      [4000, 4010, 4050].map(async (size) => (await sealedFile(container, random(size))).bytes.length),
    );
    expect(new Set(lengths).size).toBe(container === 'seipd2' ? 1 : 3);
    expect(paddedLength(4000)).toBe(4096);
  });

  it('is refused with any byte changed, even with a checksum to match', async () => {
    const { bytes, envelope } = await sealedFile(container, random(40));
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = bytes.with(at, (bytes[at] ?? 0) ^ 1);
      await expect(open(changed, envelope)).rejects.toMatchObject({ code: 'file_damaged' });
      // What stands before the packet is for other programs; the checksum alone says it is what was sent.
      if (at >= atob(header).length)
        await expect(openRehashed(changed, envelope)).rejects.toMatchObject({ code: 'file_damaged' });
    }
  });

  it('is refused when changed at an edge of its pieces, cut there, or with pieces swapped', async () => {
    const { bytes, envelope } = await sealedFile(container, random(2 * pieceLength));
    const edges = Array.from({ length: 6 }, (_, at) => 60 + pieceLength + 6 * at);
    for (const at of edges) {
      const changed = bytes.with(at, (bytes[at] ?? 0) ^ 0x80);
      await expect(openRehashed(changed, envelope)).rejects.toMatchObject({ code: 'file_damaged' });
    }
    for (const at of [1, pieceLength + 16, bytes.length - pieceLength]) {
      await expect(openRehashed(bytes.slice(0, bytes.length - at), envelope)).rejects.toMatchObject({
        code: 'file_damaged',
      });
    }
    const piece = pieceLength + (container === 'seipd2' ? 16 : 0);
    const first = atob(header).length + 6 + (container === 'seipd2' ? 36 : 1);
    const swapped = bytes.slice();
    swapped.set(bytes.subarray(first + piece, first + 2 * piece), first);
    swapped.set(bytes.subarray(first, first + piece), first + piece);
    await expect(openRehashed(swapped, envelope)).rejects.toMatchObject({ code: 'file_damaged' });
  }, 60_000);

  it('is refused with another key, another size or another checksum', async () => {
    const { bytes, envelope } = await sealedFile(container, random(2000));
    for (const wrong of [
      { key: '0'.repeat(64) },
      { size: 1999 },
      { size: 100_000 },
      { sha256: '0'.repeat(64) },
    ])
      await expect(open(bytes, { ...envelope, ...wrong })).rejects.toMatchObject({ code: 'file_damaged' });
  });

  it('stops when it is cancelled, and tells how far it is', async () => {
    const cancel = new AbortController();
    const shares: number[] = [];
    const sealing = sealFile(
      new Blob([random(5 * pieceLength)]),
      { container, key: '1'.repeat(64), header },
      (share) => {
        shares.push(share);
        if (share > 0.5) cancel.abort();
      },
      cancel.signal,
    );
    await expect(sealing).rejects.toMatchObject({ name: 'AbortError' });
    expect(shares.at(-1)).toBeLessThan(0.9);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
  });
});

it('says that a file which is gone cannot be read', async () => {
  const gone = { size: 5, slice: () => ({ arrayBuffer: () => Promise.reject(new Error('NotFoundError')) }) };
  await expect(
    sealFile(
      gone as unknown as Blob,
      { container: 'seipd2', key: '1'.repeat(64), header },
      () => {},
      new AbortController().signal,
    ),
  ).rejects.toMatchObject({ code: 'file_unreadable' });
});
