/** How long a ciphertext will be, without encrypting: lengths come in steps, so one message tells of all to the same readers. */
import type { EncryptedMessage } from './encrypt';
import { headerLength, paddedLength, paddingPacketBody } from './padding';

/** A message with an empty text, to the same readers. */
export type SizeSample = Pick<EncryptedMessage, 'container' | 'unpadded' | 'padded'> & {
  /** Bytes of its ciphertext. */
  readonly length: number;
};

/**
 * Bytes of the ciphertext of a text of `bytes` bytes, right to a few bytes but for a text at the very edge of a step: one
 * signature in a hundred is a byte shorter than others, and packet headers grow.
 */
export function ciphertextLength(sample: SizeSample, bytes: number): number {
  const unpadded = sample.unpadded - literalLength(0) + literalLength(bytes);
  const padded = sample.container === 'seipd2' ? withPacket(unpadded) : paddedLength(unpadded);
  return sample.length - sample.padded + padded;
}

/** Of the literal data packet: format, an empty file name, and the date stand before the text (RFC 9580 5.9). */
function literalLength(bytes: number): number {
  const body = bytes + 6;
  return headerLength(body) + body;
}

function withPacket(unpadded: number): number {
  const body = paddingPacketBody(unpadded);
  return body === null ? unpadded : unpadded + headerLength(body) + body;
}
