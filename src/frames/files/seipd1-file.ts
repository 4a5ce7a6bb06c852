/**
 * A file as SEIPDv1 (RFC 9580 5.13.1), for chats in which somebody's program reads nothing newer. WebCrypto knows
 * neither this mode nor hashing in pieces.
 */
import { cfb } from '@noble/ciphers/aes.js';
import { sha1 } from '@noble/hashes/legacy.js';
import { literalLength, packetHeader } from './file-layout';
import { packetPieces, pieceLength, readStretch, type Bytes } from './pieces';

const packetTag = 18;
const version = 1;
const block = 16;
/** Random bytes, the last two of them again. */
const prefixLength = block + 2;
/** The header of the modification detection code packet, which is part of what it authenticates. */
const codeHead = new Uint8Array([0xd3, 0x14]);
const codeLength = 20;

/** Bytes of the packet for a file of this size. */
export function seipd1Length(size: number): number {
  return packetHeader(0, 0).length + 1 + encryptedLength(size);
}

function encryptedLength(size: number): number {
  return prefixLength + literalLength(size) + codeHead.length + codeLength;
}

/** CFB over pieces that come one after another: all but the last must be whole blocks. */
function cipher(key: Bytes, direction: 'encrypt' | 'decrypt'): (piece: Bytes) => Bytes {
  let before: Uint8Array = new Uint8Array(block);
  return (piece) => {
    if (piece.length === 0) return piece;
    const made = new Uint8Array(cfb(key, before)[direction](piece));
    const ciphertext = direction === 'encrypt' ? made : piece;
    before = ciphertext.slice(-block);
    return made;
  };
}

/** The packet, in pieces. */
export async function* sealSeipd1(file: Blob, key: Bytes, signal: AbortSignal): AsyncGenerator<Bytes> {
  yield packetHeader(packetTag, 1 + encryptedLength(file.size));
  yield new Uint8Array([version]);
  const encrypt = cipher(key, 'encrypt');
  const code = sha1.create();
  const random = crypto.getRandomValues(new Uint8Array(block));
  let rest: Bytes = new Uint8Array([...random, ...random.slice(-2)]);
  code.update(rest);
  for await (const piece of packetPieces(file, false, signal)) {
    code.update(piece);
    const whole = joined(rest, piece);
    const end = whole.length - (whole.length % block);
    yield encrypt(whole.slice(0, end));
    rest = whole.slice(end);
  }
  code.update(codeHead);
  yield encrypt(joined(rest, joined(codeHead, code.digest())));
}

/** As `openSeipd2`, but what `onPlain` gets is proven only once this returns. */
export async function openSeipd1(
  options: { readonly blob: Blob; readonly start: number; readonly size: number; readonly key: Bytes },
  onRead: (bytes: Bytes) => void,
  onPlain: (bytes: Bytes) => void,
  signal: AbortSignal,
): Promise<void> {
  const { blob, size } = options;
  const expected = new Uint8Array([...packetHeader(packetTag, 1 + encryptedLength(size)), version]);
  const dataAt = options.start + expected.length;
  const front = await readStretch(blob, options.start, dataAt, signal);
  onRead(front);
  if (expected.some((byte, at) => front[at] !== byte)) throw new Error('not this form');
  const decrypt = cipher(options.key, 'decrypt');
  const code = sha1.create();
  const end = prefixLength + literalLength(size);
  const tail: number[] = [];
  for (let at = 0; at < encryptedLength(size); at += pieceLength) {
    const stretch = await readStretch(
      blob,
      dataAt + at,
      dataAt + Math.min(at + pieceLength, encryptedLength(size)),
      signal,
    );
    onRead(stretch);
    const plain = decrypt(stretch);
    const body = plain.subarray(0, Math.max(0, end - at));
    code.update(body);
    tail.push(...plain.subarray(body.length));
    onPlain(plain.subarray(at === 0 ? prefixLength : 0, body.length));
  }
  const right = [...codeHead, ...code.update(codeHead).digest()];
  if (tail.length !== right.length || right.some((byte, at) => tail[at] !== byte)) throw new Error('changed');
}

function joined(one: Uint8Array, other: Uint8Array): Bytes {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
