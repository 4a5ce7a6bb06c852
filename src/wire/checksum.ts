/**
 * Checksums against accidents of transport. They prove nothing about who wrote a text: that is for the
 * OpenPGP message inside.
 */

const crc32Table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** CRC-32 as in zip and PNG (CRC-32/ISO-HDLC), over the characters of an ASCII text. */
export function crc32(ascii: string): number {
  let value = 0xffffffff;
  for (let at = 0; at < ascii.length; at += 1) {
    value = (value >>> 8) ^ (crc32Table[(value ^ ascii.charCodeAt(at)) & 0xff] ?? 0);
  }
  return ~value >>> 0;
}

const crc64Table = Array.from({ length: 256 }, (_, byte) => {
  let high = 0;
  let low = byte;
  for (let bit = 0; bit < 8; bit += 1) {
    const odd = low & 1;
    low = (low >>> 1) | (high << 31);
    high >>>= 1;
    if (odd) {
      high ^= 0xc96c5795;
      low ^= 0xd7870f42;
    }
  }
  return { high: high >>> 0, low: low >>> 0 };
});
const crc64High = Uint32Array.from(crc64Table, (entry) => entry.high);
const crc64Low = Uint32Array.from(crc64Table, (entry) => entry.low);

/** CRC-64 as in xz (CRC-64/XZ): 8 bytes, most significant first. */
export function crc64(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  let high = 0xffffffff;
  let low = 0xffffffff;
  for (const byte of bytes) {
    const index = (low ^ byte) & 0xff;
    low = ((low >>> 8) | (high << 24)) ^ (crc64Low[index] ?? 0);
    high = (high >>> 8) ^ (crc64High[index] ?? 0);
  }
  const result = new Uint8Array(8);
  const view = new DataView(result.buffer);
  view.setUint32(0, ~high >>> 0);
  view.setUint32(4, ~low >>> 0);
  return result;
}
