/** A message that this person wrote, to be edited. */
import type { Fingerprint, MessageDigest } from '../openpgp/types';
import { SottoError } from '../protocol/errors';
import type { ConversationKey } from '../protocol/shapes';
import type { Reader } from './reader';
import { readWireText } from './wire-text';

export type OwnMessage = {
  readonly text: string;
  readonly digest: MessageDigest;
  /** Of the identity that wrote it. */
  readonly fingerprint: Fingerprint;
};

/**
 * Throws SottoError `locked`, or `not_editable` unless it is a whole message, in one part, of this person's and bound to
 * this conversation: whatever else a page puts into the box that it edits in is not read out into the composer.
 */
export async function ownMessage(reader: Reader, wire: string, at: ConversationKey): Promise<OwnMessage> {
  const read = readWireText(wire);
  if (read.form === 'token' && read.token.total > 1) throw new SottoError('not_editable');
  const { items } = await reader.open([{ id: 0, wire }], at);
  const reading = items[0]?.reading;
  if (reading?.kind === 'closed' && reading.state === 'locked') throw new SottoError('locked');
  if (reading?.kind !== 'message' || reading.state !== 'verified' || !reading.position) {
    throw new SottoError('not_editable');
  }
  if (reading.author?.self !== true) throw new SottoError('not_editable');
  return {
    text: reading.text,
    digest: reading.digest as MessageDigest,
    fingerprint: reading.author.fingerprint as Fingerprint,
  };
}
