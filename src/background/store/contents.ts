/** What the vault holds when it is open. Written as JSON under seal; every field is parsed when it is read. */
import * as v from 'valibot';
import type {
  CertificateBinary,
  CertificateSummary,
  ConversationId,
  DeviceId,
  Fingerprint,
  MessageDigest,
  Pin,
  SecretKeyBinary,
} from '../../openpgp/types';
import { chatMode } from '../../protocol/chat-state';
import { revocationReason } from '../../protocol/identity-requests';
import { chatId, chatTitle, nonce, siteId, time } from '../../protocol/shapes';
import { fromBase64, toBase64 } from '../../platform/base64';
import { isRecoveryCode, type RecoveryCode } from '../recovery/words';

/** Grows with each migration of the contents. */
export const CONTENTS_VERSION = 5;

function hex<T extends string>(...lengths: readonly number[]) {
  return v.custom<T>(
    (value) => typeof value === 'string' && lengths.includes(value.length) && /^[0-9a-f]*$/.test(value),
  );
}
function binary<T extends Uint8Array<ArrayBuffer>>() {
  return v.pipe(
    v.string(),
    v.base64(),
    v.transform(fromBase64),
    v.custom<T>(() => true),
  );
}
const pin = hex<Pin>(128);
const fingerprint = hex<Fingerprint>(40, 64);
const digest = hex<MessageDigest>(32);

const summary = {
  certificate: binary<CertificateBinary>(),
  fingerprint,
  pin,
  name: v.string(),
  version: v.picklist([4, 6]),
  algorithm: v.string(),
  created: time,
  expires: v.nullable(time),
  readsSeipd2: v.boolean(),
  warnings: v.array(v.picklist(['rsa_below_3072', 'version_6', 'no_seipd2', 'dated_ahead'])),
} satisfies Record<keyof CertificateSummary, v.GenericSchema>;

const revocation = v.strictObject({ at: time, reason: revocationReason });

const storedIdentity = v.strictObject({
  ...summary,
  /** All of it: every subkey with its own dates, withdrawn names and revocations too. */
  secretKey: binary<SecretKeyBinary>(),
  /** Armored revocation certificate, made with the identity; null where the primary secret key is kept elsewhere. */
  revocation: v.nullable(v.string()),
  device: hex<DeviceId>(16),
  /** Revoked: it writes nothing any more, and still reads what was written to it. */
  revoked: v.nullable(revocation),
  /** Deleted by the person, kept for undo until the page closes. */
  hidden: v.boolean(),
});
export type StoredIdentity = v.InferOutput<typeof storedIdentity>;

const storedContact = v.strictObject({
  ...summary,
  added: time,
  /** When a person compared the fingerprint, or null. */
  verified: v.nullable(time),
  /** Its owner revoked it. */
  revoked: v.nullable(revocation),
  /** Removed by the person, kept for undo until the vault is next unlocked. */
  hidden: v.boolean(),
});
export type StoredContact = v.InferOutput<typeof storedContact>;

const conversation = v.strictObject({
  site: siteId,
  chat: chatId,
  title: chatTitle,
  mode: chatMode,
  /** Which of our identities writes here. Null until something begins here: then it stays, whatever the defaults are. */
  identity: v.nullable(pin),
  /** Identities of ours whose certificates the members have yet to be sent, before the next message. */
  untold: v.array(pin),
  /** The other people, as pinned now. */
  members: v.array(pin),
  /**
   * Earlier pairs of identity and members, and when each ended, so that older messages still match the conversation
   * they were bound to.
   */
  epochs: v.array(v.strictObject({ identity: pin, members: v.array(pin), until: time })),
  /** Our invitation: its id, and the certificate that answered it first. */
  invitation: v.nullable(v.strictObject({ id: nonce, at: time, answeredBy: v.nullable(pin) })),
  /** Pins a person said no to here. */
  declined: v.array(pin),
  /** A certificate that claims to be the one other member's new one, waiting for a decision. */
  changed: v.nullable(v.strictObject({ ...summary, previous: pin })),
  /** Members whose messages carried a binding here: from them none without it is believed any more. */
  binds: v.array(pin),
});
export type Conversation = v.InferOutput<typeof conversation>;

const outgoing = v.strictObject({
  conversation: hex<ConversationId>(32),
  sequence: v.number(),
  previous: digest,
});
export type Outgoing = v.InferOutput<typeof outgoing>;

const recovery = v.strictObject({
  /** The recovery code, so that each later backup opens with the sheet that there is. */
  code: v.custom<RecoveryCode>((value) => typeof value === 'string' && isRecoveryCode(value)),
  made: time,
  /** When words of it were last asked back and right. */
  checked: v.nullable(time),
  /** When a backup was last saved under it, and what stood in it (see backup-state.ts). */
  saved: v.nullable(v.strictObject({ at: time, state: hex<string>(64) })),
});
export type Recovery = v.InferOutput<typeof recovery>;

export const contents = v.strictObject({
  identities: v.pipe(v.array(storedIdentity), v.minLength(1)),
  /** The one that new chats begin with, except on sites that have another. */
  defaultIdentity: pin,
  siteIdentities: v.array(v.strictObject({ site: siteId, identity: pin })),
  contacts: v.array(storedContact),
  conversations: v.array(conversation),
  /** The last message of this device, by our own conversation id. */
  outgoing: v.array(outgoing),
  /** Null until the person makes a recovery sheet. */
  recovery: v.nullable(recovery),
});
export type Contents = v.InferOutput<typeof contents>;

/** JSON, with bytes as base64: what the schema above reads back. */
export function writeContents(value: Contents): string {
  return JSON.stringify(value, (_, field: unknown) =>
    field instanceof Uint8Array ? toBase64(field) : field,
  );
}
