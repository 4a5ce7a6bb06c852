/** Packet type ids, RFC 9580 5, of which this folder asks. */
export const packetTag = {
  pkesk: 1,
  skesk: 3,
  secretKey: 5,
  publicKey: 6,
  secretSubkey: 7,
  seipd: 18,
} as const;

/** One packet's place in a sequence. `first` is the first byte of its body: for most packets the version. */
export type PacketPlace = { readonly tag: number; readonly first: number };

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
    let first: number | undefined;
    for (let isLast = false; !isLast;) {
      const length = isNewFormat ? newLength(bytes, offset) : oldLength(bytes, offset, header & 3);
      if (length === null) return null;
      first ??= length.body > 0 ? bytes[length.start] : undefined;
      offset = length.start + length.body;
      isLast = !length.partial;
    }
    if (offset > bytes.length || first === undefined) return null;
    places.push({ tag, first });
  }
  return places;
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
