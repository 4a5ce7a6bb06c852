/**
 * Every way an operation can fail, as one closed list. A code crosses zones as data; the sentence
 * that a person reads is `error_<code>` in `_locales`, with what to do next.
 */
export const errorCodes = [
  'bad_request', // the message does not fit the schema, or the sender may not ask this
  'frame_not_paired', // a frame that the core did not place
  'no_identity',
  'locked',
  'wrong_passphrase',
  'try_later', // back-off after wrong passphrases; detail: seconds
  'identity_exists',
  'storage_failed', // the disk refused a write; nothing changed
  'storage_unreadable', // stored data does not fit any known schema; it is kept untouched
  'newer_version', // stored by a later Sotto
  'not_encrypted', // the chat is not switched on
  'no_members', // nobody else can read yet
  'waiting_for_answer', // invitation sent, nobody accepted yet
  'changed_key', // a member shows another certificate; blocked until a person decides
  'certificate_unusable', // a member's certificate expired or was revoked since
  'certificate_damaged',
  'certificate_revoked',
  'certificate_expired',
  'certificate_not_yet', // dated ahead of this computer's clock by more than clocks may differ
  'certificate_weak',
  'certificate_no_encryption',
  'certificate_secret', // somebody pasted a secret key where a certificate belongs
  'certificate_none', // no certificate found in the text
  'own_certificate',
  'identity_deleted', // the chat's own identity is gone
  'identity_revoked', // detail: its name
  'identity_expired', // detail: its name
  'identity_last', // the only one cannot be deleted
  'key_none', // no secret key found in what was to be imported
  'key_public', // a certificate, where a secret key belongs
  'key_damaged',
  'key_revoked',
  'key_expired',
  'key_not_yet', // dated ahead of this computer's clock
  'key_weak',
  'key_no_encryption',
  'key_cannot_sign',
  'key_elsewhere', // the secret part is on a card or another computer
  'key_passphrase', // detail: the name in the key that the passphrase does not open
  'key_known', // it is here already; detail: its name
  'key_primary_elsewhere', // its primary secret key, with which alone it can be changed
  'validity_past',
  'recovery_none', // a backup without a recovery code to put it under
  'recovery_count', // detail: how many words were given instead of 24
  'recovery_word', // detail: which one, from 1, is no word of the list
  'recovery_order', // words of the list, and their checksum is wrong
  'backup_none', // no backup of ours in the file
  'backup_code', // the recovery code does not open it
  'bad_data', // malformed OpenPGP or token
  'not_for_me',
  'too_large',
  'too_long', // text over what this site and our limits allow; detail: characters allowed
  'not_editable', // not a whole message that this person wrote in this chat
  'site_refused', // the site's editor did not take the ciphertext, nothing was sent
  'site_not_sent', // the ciphertext stands in the box but the message never appeared
  'site_changed_chat', // another chat was opened between writing and sending
  'site_no_box', // no compose box found on this page
  'site_no_files', // it has no uploads
  'site_files_unknown', // nothing is known of how it takes files
  'site_pictures_only', // what is uploaded there is taken for a picture
  'site_kinds_only', // files of the kinds that it lists, and an encrypted one is of none
  'site_file_too_large', // detail: megabytes that the site takes
  'site_file_refused', // the encrypted file was offered and did not appear
  'panel_no_files', // the side panel writes text only
  'file_too_large', // detail: megabytes allowed
  'file_unreadable', // it is gone, or the disk does not give it
  'file_damaged', // not the file that its message names, or changed on the way
  'file_not_found', // the encrypted file does not stand in the chat's page
  'file_not_fetched', // it stands there and cannot be loaded by a script
  'unknown_site',
  'permission_refused',
  'unexpected', // a defect of ours; nothing was sent
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** An expected failure. `detail` is a short value shown in the sentence (a number, a name), never a secret. */
export class SottoError extends Error {
  readonly code: ErrorCode;
  readonly detail: string;
  constructor(code: ErrorCode, detail = '', options?: ErrorOptions) {
    super(detail === '' ? code : `${code}: ${detail}`, options);
    this.name = 'SottoError';
    this.code = code;
    this.detail = detail;
  }
}

/** By name, since scripts that work in one page each have the class for themselves. */
function isSottoError(thrown: unknown): thrown is SottoError {
  return thrown instanceof Error && thrown.name === 'SottoError';
}

/** The code of anything thrown; what is not ours is a defect and says nothing about itself across zones. */
export function toErrorCode(thrown: unknown): { code: ErrorCode; detail: string } {
  return isSottoError(thrown)
    ? { code: thrown.code, detail: thrown.detail }
    : { code: 'unexpected', detail: '' };
}
