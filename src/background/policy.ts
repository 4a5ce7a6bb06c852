/** Who may be encrypted to, and why not. Pure. */
import type { ChatMode, Member } from '../protocol/core';
import { SottoError } from '../protocol/errors';
import type { StoredContact } from './store/contents';

/** What stands in the way of encrypting to this contact, if anything. */
export function problemOf(contact: StoredContact, changed: boolean, now: number): Member['problem'] {
  if (changed) return 'changed_key';
  if (contact.revoked) return 'certificate_revoked';
  return contact.expires !== null && contact.expires <= now ? 'certificate_expired' : null;
}

export type Recipients = {
  readonly mode: ChatMode;
  /** How many are pinned; more than `contacts` has if one was removed from the contacts. */
  readonly pinned: number;
  readonly contacts: readonly StoredContact[];
  /** Name of the member who shows another certificate, or null. */
  readonly changedName: string | null;
};

/** Returns if a message may be encrypted for all of them. Throws SottoError with the reason otherwise. */
export function checkMayEncrypt({ mode, pinned, contacts, changedName }: Recipients, now: number): void {
  switch (mode) {
    case 'off':
      throw new SottoError('not_encrypted');
    case 'inviting':
      throw new SottoError('waiting_for_answer');
    case 'blocked':
      throw new SottoError('changed_key', changedName ?? '');
    case 'on':
      break;
  }
  // Never to fewer than the chat says: those left out would see a message they cannot read, and not know whose fault.
  if (contacts.length === 0 || contacts.length !== pinned) throw new SottoError('no_members');
  for (const contact of contacts) {
    if (problemOf(contact, false, now)) throw new SottoError('certificate_unusable', contact.name);
  }
}
