import { concatBytes, joinBytes } from './bytes';

/** Packet type ids, RFC 9580 5, of which this folder asks. */
export const packetTag = {
  pkesk: 1,
  signature: 2,
  skesk: 3,
  onePassSignature: 4,
  secretKey: 5,
  publicKey: 6,
  secretSubkey: 7,
  literal: 11,
  seipd: 18,
  padding: 21,
} as const;

/** RFC 9580 4.2.1.4: packets that hold data may come in pieces, others must not. */
const inPieces: ReadonlySet<number> = new Set([8, 9, packetTag.literal, packetTag.seipd, 20]);

/**
 * One packet's place in a sequence. `first` is the first byte of its body: for most packets the version. `body` shares
 * the sequence's memory unless it came in pieces.
 */
export type PacketPlace = { readonly tag: number; readonly first: number; readonly body: Uint8Array };

/**
 * Walks over the headers of a packet sequence (RFC 9580 4.2, both formats) without reading the packets. Null where the
 * framing is not exact to the last byte. OpenPGP.js skips markers, padding and unknown packets silently; this does not.
 */
export function packetSequence(bytes: Uint8Array): PacketPlace[] | null {
  const places: PacketPlace[] = [];
  let offset = 0;
  while (offset < bytes.length) {
    const header = bytes[offset++] ?? 0;
    if ((header & 0x80) === 0) return null;
    const isNewFormat = (header & 0x40) !== 0;
    const tag = isNewFormat ? header & 0x3f : (header >> 2) & 0x0f;
    const pieces: Uint8Array[] = [];
    for (let isLast = false; !isLast;) {
      const length = isNewFormat ? newLength(bytes, offset) : oldLength(bytes, offset, header & 3);
      if (length === null || (length.partial && !inPieces.has(tag))) return null;
      offset = length.start + length.body;
      pieces.push(bytes.subarray(length.start, offset));
      isLast = !length.partial;
    }
    const [piece, ...rest] = pieces;
    const body = piece === undefined || rest.length > 0 ? joinBytes(pieces) : piece;
    const [first] = body;
    if (offset > bytes.length || first === undefined) return null;
    places.push({ tag, first, body });
  }
  return places;
}

/** The packet again, in one piece, in the current format. */
export function writePacket({ tag, body }: PacketPlace): Uint8Array {
  const header = new Uint8Array([0xc0 | tag, 255, 0, 0, 0, 0]);
  new DataView(header.buffer).setUint32(2, body.length);
  return concatBytes(header, body);
}

type Length = { start: number; body: number; partial: boolean };

/** RFC 9580 4.2.1. */
function newLength(bytes: Uint8Array, offset: number): Length | null {
  const octet = bytes[offset];
  if (octet === undefined) return null;
  if (octet < 192) return { start: offset + 1, body: octet, partial: false };
  if (octet < 224) {
    const second = bytes[offset + 1];
    return second === undefined
      ? null
      : { start: offset + 2, body: ((octet - 192) << 8) + second + 192, partial: false };
  }
  if (octet < 255) return { start: offset + 1, body: 2 ** (octet & 0x1f), partial: true };
  const body = bigEndian(bytes, offset + 1, 4);
  return body === null ? null : { start: offset + 5, body, partial: false };
}

/** RFC 9580 4.2.2. Indeterminate length runs to the end. */
function oldLength(bytes: Uint8Array, offset: number, type: number): Length | null {
  if (type === 3) return { start: offset, body: bytes.length - offset, partial: false };
  const width = 2 ** type;
  const body = bigEndian(bytes, offset, width);
  return body === null ? null : { start: offset + width, body, partial: false };
}

function bigEndian(bytes: Uint8Array, offset: number, width: number): number | null {
  if (offset + width > bytes.length) return null;
  return bytes.subarray(offset, offset + width).reduce((value, byte) => value * 256 + byte, 0);
}
