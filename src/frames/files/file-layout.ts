/**
 * The packets inside an encrypted file: one literal packet with the bytes (binary, no name, no date, RFC 9580 5.9) and,
 * in SEIPDv2, one padding packet (5.14) that brings both together to a PADMÉ length. Programs that know no SEIPDv2 may
 * refuse a message with a padding packet (Sequoia 1.12 does). All lengths are definite and of five octets, so that they
 * follow from the file's size alone and nothing else is read.
 */
import { padme } from '../../wire/padme';

const literalTag = 11;
const paddingTag = 21;
/** Format `b`, no name, four octets of date. */
const literalStart = new Uint8Array([0x62, 0, 0, 0, 0, 0]);
/** Bytes of a packet header with a five-octet length. */
const headerLength = 6;

/** Tag and length, RFC 9580 4.2.1. */
export function packetHeader(tag: number, length: number): Uint8Array<ArrayBuffer> {
  const header = new Uint8Array(headerLength);
  header.set([0xc0 | tag, 0xff]);
  new DataView(header.buffer).setUint32(2, length);
  return header;
}

/** What stands before the file's bytes. */
export function literalHead(size: number): Uint8Array<ArrayBuffer> {
  const head = new Uint8Array(headerLength + literalStart.length);
  head.set(packetHeader(literalTag, literalStart.length + size));
  head.set(literalStart, headerLength);
  return head;
}

/** Bytes of the literal packet. */
export function literalLength(size: number): number {
  return headerLength + literalStart.length + size;
}

/** Bytes of both packets together. */
export function paddedLength(size: number): number {
  return padme(headerLength + literalLength(size));
}

/** The head of the padding packet; random bytes follow up to the padded length. */
export function paddingHead(size: number): { readonly head: Uint8Array<ArrayBuffer>; readonly body: number } {
  const body = paddedLength(size) - literalLength(size) - headerLength;
  return { head: packetHeader(paddingTag, body), body };
}
