/** Which message a token is a part of, by its header alone: docs/WIRE_FORMAT.md has the places of its fields. */
import { fields, headerCharacters, magic } from '../../wire/frame';
import { isNoise, without } from '../../wire/noise';

/** Kind, message id and total in one; null for what is whole or no token. Nothing in it is verified. */
export function partOf(wire: string): string | null {
  const header = without(wire.slice(0, 4 * headerCharacters), isNoise);
  if (!header.startsWith(magic) || header.length < headerCharacters) return null;
  const [kind, id, total] = [fields.kind, fields.messageId, fields.total].map((field) =>
    header.slice(...field),
  );
  return total === '01' ? null : `${kind} ${id} ${total}`;
}
