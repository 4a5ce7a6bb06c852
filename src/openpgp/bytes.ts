/** Small conversions over byte arrays, shared by the files of this folder. */

export const utf8 = new TextEncoder();

/** Lower-case hex. */
export function toHex(bytes: Uint8Array): string {
  let hex = '';
  for (const byte of bytes) hex += byte.toString(16).padStart(2, '0');
  return hex;
}

/** Reads lower-case hex of even length, as the brands of types.ts promise it. */
export function fromHex(hex: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(hex.length / 2);
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16);
  return bytes;
}

export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return joinBytes(parts);
}

/** The same for any number of parts; as arguments, a hundred thousand of them overflow the stack. */
export function joinBytes(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

/** Not in constant time: for public values only. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

/** A copy that owns its memory, as branded types and WebCrypto ask for. */
export function ownBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}

/** Hex of a WebCrypto digest, cut to `length` bytes. */
export async function hexDigest(
  algorithm: 'SHA-256' | 'SHA-512',
  data: Uint8Array,
  length: number,
): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest(algorithm, ownBytes(data))).subarray(0, length));
}
