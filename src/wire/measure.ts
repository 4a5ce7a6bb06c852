/** What a message will take up in a chat, told from the length of its ciphertext alone. */
import { encodedLength } from './base62';
import { frameCharacters } from './frame';
import { maxParts } from './limits';
import { planTokens } from './token';

export type WireSize = {
  /** Of all chat messages together. */
  readonly characters: number;
  /** Chat messages; 65 stands for more than may be sent. */
  readonly parts: number;
};

/**
 * The size of what `writeMessage` makes of a ciphertext of `bytes` bytes.
 * @param limit most characters in one chat message; null for no limit
 * @param newlines whether armor may be written
 */
export function measureMessage(bytes: number, limit: number | null, newlines: boolean): WireSize {
  const armored = armoredLength(bytes);
  if (newlines && (limit === null || armored <= limit)) return { characters: armored, parts: 1 };
  const plan = planTokens(bytes, limit);
  if (!plan || plan.total > maxParts) return { characters: encodedLength(bytes), parts: maxParts + 1 };
  const { step, total } = plan;
  const last = bytes - (total - 1) * step;
  return {
    characters: (total - 1) * encodedLength(step) + encodedLength(last) + total * frameCharacters,
    parts: total,
  };
}

/** Characters of the armor of so many bytes at most: base64 in lines of 64, and a checksum, which newer messages lack. */
function armoredLength(bytes: number): number {
  const base64 = 4 * Math.ceil(bytes / 3);
  const around = '-----BEGIN PGP MESSAGE-----\n\n=sums\n-----END PGP MESSAGE-----\n';
  return around.length + base64 + Math.floor(base64 / 64) + 1;
}
