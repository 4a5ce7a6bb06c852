/**
 * Encrypts and decrypts files, in the frame that has them: the core gives and gets the key of one file and never its
 * bytes. Loaded only when there is a file (see `load-file-crypto.ts`).
 */
import { sha256 } from '@noble/hashes/sha2.js';
import type { FileEnvelope } from '../../protocol/file-envelope';
import { SottoError } from '../../protocol/errors';
import { literalCollector, pieceLength, readStretch, type Bytes } from './pieces';
import { openSeipd1, sealSeipd1, seipd1Length } from './seipd1-file';
import { openSeipd2, sealSeipd2, seipd2Length } from './seipd2-file';

type Container = FileEnvelope['container'];
/** Told from 0 to 1. */
type OnProgress = (share: number) => void;

const forms = {
  seipd1: { seal: sealSeipd1, open: openSeipd1, length: seipd1Length },
  seipd2: { seal: sealSeipd2, open: openSeipd2, length: seipd2Length },
} as const;

/**
 * One OpenPGP message: `header`, the encrypted session keys, and the file. Any program that holds a member's secret key
 * opens it. Throws SottoError `file_unreadable` if the file cannot be read (any more), or what the signal says.
 */
export async function sealFile(
  file: Blob,
  options: { readonly container: Container; readonly key: string; readonly header: string },
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<{ readonly sealed: Blob; readonly sha256: string }> {
  const { seal, length } = forms[options.container];
  const header = Uint8Array.from(atob(options.header), (character) => character.charCodeAt(0));
  const whole = header.length + length(file.size);
  const hash = sha256.create().update(header);
  const blobs = [new Blob([header])];
  let written = 0;
  try {
    for await (const piece of seal(file, fromHex(options.key), signal)) {
      hash.update(piece);
      blobs.push(new Blob([piece]));
      written += piece.length;
      onProgress(written / whole);
    }
  } catch (cause) {
    signal.throwIfAborted();
    throw new SottoError('file_unreadable', '', { cause });
  }
  return { sealed: new Blob(blobs), sha256: toHex(hash.digest()) };
}

/**
 * The file in `sealed`, once all of it has been found to be what the envelope names. Nothing of it is handed on before.
 * Throws SottoError `file_damaged` for whatever is not exactly that, or what the signal says.
 */
export async function openFile(
  sealed: Blob,
  envelope: FileEnvelope,
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<Blob> {
  const { open, length } = forms[envelope.container];
  const start = sealed.size - length(envelope.size);
  if (start < 0 || start > mostHeader) throw new SottoError('file_damaged');
  const hash = sha256.create();
  const literal = literalCollector(envelope.size);
  let read = 0;
  let isFile = true;
  const onRead = (bytes: Bytes) => {
    hash.update(bytes);
    read += bytes.length;
    onProgress(read / sealed.size);
  };
  try {
    for (let at = 0; at < start; at += pieceLength)
      onRead(await readStretch(sealed, at, Math.min(at + pieceLength, start), signal));
    await open(
      { blob: sealed, start, size: envelope.size, key: fromHex(envelope.key) },
      onRead,
      (bytes) => {
        isFile = literal.add(bytes) && isFile;
      },
      signal,
    );
  } catch (cause) {
    signal.throwIfAborted();
    throw new SottoError('file_damaged', '', { cause });
  }
  if (!isFile || toHex(hash.digest()) !== envelope.sha256) throw new SottoError('file_damaged');
  return new Blob([...literal.blobs]);
}

/** Bytes that the session keys for all readers may take: 300 of the largest kind. */
const mostHeader = 300 * 1100;

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function fromHex(hex: string): Bytes {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
