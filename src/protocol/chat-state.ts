/** How a chat stands: whether what is written there is encrypted, and who can read it. */
import * as v from 'valibot';
import { chatTitle, conversationKey, fingerprint, pin } from './shapes';

/**
 * `off`: messages are the messenger's own business. `inviting`: invitation made, nobody accepted yet.
 * `on`: the composer stands over the box. `blocked`: on, but a member's certificate changed.
 */
export const chatMode = v.picklist(['off', 'inviting', 'on', 'blocked']);
export type ChatMode = v.InferOutput<typeof chatMode>;

/** A member of a conversation as a person sees it. */
const member = v.strictObject({
  contact: pin,
  name: v.string(),
  fingerprint,
  verified: v.boolean(),
  /** What stands in the way of encrypting to this member, if anything. */
  problem: v.nullable(v.picklist(['changed_key', 'certificate_expired', 'certificate_revoked'])),
  /** With `changed_key`: the certificate shown instead of the pinned one, for a person to compare and decide about. */
  offered: v.optional(v.strictObject({ pin, fingerprint })),
});
export type Member = v.InferOutput<typeof member>;

/** Which of our own identities writes here. */
const chatIdentity = v.strictObject({
  identity: pin,
  name: v.string(),
  fingerprint: v.nullable(fingerprint),
  /** What stands in the way of writing with it, if anything. */
  problem: v.nullable(v.picklist(['deleted', 'revoked', 'expired'])),
});
export type ChatIdentity = v.InferOutput<typeof chatIdentity>;

export const chatState = v.strictObject({
  conversation: conversationKey,
  title: chatTitle,
  mode: chatMode,
  locked: v.boolean(),
  hasIdentity: v.boolean(),
  /** Null while locked, and for content scripts. */
  identity: v.nullable(chatIdentity),
  /** Empty while locked. */
  members: v.array(member),
  /** True when one member's program reads the older container only, which sets it for all. */
  olderContainer: v.boolean(),
});
export type ChatState = v.InferOutput<typeof chatState>;
