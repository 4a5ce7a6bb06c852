/** A file that a person chose, as the core takes it. */
import type { KeySource } from '../../src/protocol/core';
import { SottoError } from '../../src/protocol/errors';

/** Key files are some kilobytes; base64 makes four characters of three bytes, and the core takes 2,000,000. */
const largestFile = 1_500_000;

/** Throws SottoError `too_large`. */
export async function sourceOf(file: File): Promise<KeySource> {
  if (file.size > largestFile) throw new SottoError('too_large');
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8192) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  }
  return { kind: 'file', base64: btoa(binary) };
}
