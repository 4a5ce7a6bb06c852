/** Random bytes. */
import { toHex } from '../openpgp/bytes';

export function randomBytes(length: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(length));
}

/** 128 random bits in hex. */
export function randomNonce(): string {
  return toHex(randomBytes(16));
}
