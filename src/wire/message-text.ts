/** Which of the two encodings an encrypted message takes into a chat. */
import type { CiphertextArmored, CiphertextBinary } from '../openpgp/types';
import { writeTokens } from './token';

/**
 * The chat messages that carry one encrypted message, in the order to send them: its armor where line breaks survive
 * and it fits into one chat message of `limit` characters (null for no limit), otherwise tokens.
 * Throws `too_long` as {@link writeTokens} does.
 */
export function writeMessage(o: {
  ciphertext: CiphertextBinary;
  armored: CiphertextArmored | null;
  limit: number | null;
  /** Whether this site keeps line breaks and punctuation as they are. */
  newlines: boolean;
}): string[] {
  if (o.newlines && o.armored !== null && (o.limit === null || o.armored.length <= o.limit))
    return [o.armored];
  return writeTokens({ kind: 'message', body: o.ciphertext, limit: o.limit });
}
