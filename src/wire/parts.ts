/** Putting the parts of one body together again. */
import { SottoError } from '../protocol/errors';
import { maxBodyBytes } from './limits';
import { messageIdOf, type Token } from './token';

/**
 * The whole body, or null while a part is missing. Parts come in any order, and any of them more than once.
 * All must be of one body: another kind, message id or total, two contents for one index, or a whole that does not
 * have the message id throw `bad_data`; a whole above 1 MiB throws `too_large`.
 */
export function joinParts(parts: readonly Token[]): Uint8Array<ArrayBuffer> | null {
  const [first] = parts;
  if (first === undefined) return null;
  const bodies = new Map<number, Uint8Array>();
  let length = 0;
  for (const part of parts) {
    if (!belongsWith(first, part)) throw new SottoError('bad_data');
    const known = bodies.get(part.index);
    if (known !== undefined) {
      if (!equal(known, part.body)) throw new SottoError('bad_data');
      continue;
    }
    bodies.set(part.index, part.body);
    length += part.body.length;
    if (length > maxBodyBytes) throw new SottoError('too_large');
  }
  if (bodies.size < first.total) return null;

  const whole = new Uint8Array(length);
  let at = 0;
  for (const [, body] of [...bodies].sort(([a], [b]) => a - b)) {
    whole.set(body, at);
    at += body.length;
  }
  if (messageIdOf(whole) !== first.messageId) throw new SottoError('bad_data');
  return whole;
}

function belongsWith(first: Token, part: Token): boolean {
  return (
    part.kind === first.kind &&
    part.messageId === first.messageId &&
    part.total === first.total &&
    part.index >= 0 &&
    part.index < first.total
  );
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
