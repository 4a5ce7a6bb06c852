/**
 * How long a message looks. The ciphertext shows the plaintext's length, and short texts are guessed by it.
 * Lengths are of the packet sequence that gets encrypted, in bytes.
 */
import { padme } from '../wire/padme';

const STEP = 256;
/** Signature, binding and headers take some 480 bytes between two people: up to 280 bytes of text look alike. */
const LEAST = 3 * STEP;
const PADME_FROM = 2048;

/** The least allowed length that is not below `length`: multiples of 256 from 768, above 2 KiB PADMÉ. */
export function paddedLength(length: number): number {
  if (length <= PADME_FROM) return Math.max(LEAST, Math.ceil(length / STEP) * STEP);
  return padme(length);
}

/**
 * The body length of the padding packet that brings `length` to an allowed one, or null when it stands there already.
 * Some lengths cannot be reached, as a header takes two, three or six bytes: then the next allowed one is taken.
 */
export function paddingPacketBody(length: number): number | null {
  for (let target = paddedLength(length); ; target = paddedLength(target + 1)) {
    const missing = target - length;
    if (missing === 0) return null;
    const body = [2, 3, 6]
      .map((header) => missing - header)
      .find((size) => size >= 0 && size + headerLength(size) === missing);
    if (body !== undefined) return body;
  }
}

/** Of a packet in the new format, RFC 9580 4.2.1. */
export function headerLength(body: number): number {
  if (body < 192) return 2;
  return body < 8384 ? 3 : 6;
}
