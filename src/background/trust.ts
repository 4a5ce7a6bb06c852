/**
 * What a person may be told about a message, given what its signature says, who is pinned in this chat, and what this
 * chat's own id is. Pure: a table of cases, the first that fits decides.
 */
import type { Binding, ConversationId, Pin, RecipientsHash, SignatureVerdict } from '../openpgp/types';
import type { MessageReading } from '../protocol/reading';

/** A set of people and what a binding to them must say. */
export type Epoch = {
  readonly conversation: ConversationId;
  readonly recipients: RecipientsHash;
  /** Everybody in it, ourselves included. */
  readonly pins: ReadonlySet<Pin>;
  /** When this set ended, in milliseconds since the epoch; null for the one in force. */
  readonly until: number | null;
};

export type ChatFacts = {
  /** Our own: the identity that writes here, and those that did before. */
  readonly own: ReadonlySet<Pin>;
  /** All sets of people this chat has had. */
  readonly epochs: readonly Epoch[];
  /** Pins whose fingerprint a person compared. */
  readonly verified: ReadonlySet<Pin>;
  /** Members whose messages carried a binding here before. */
  readonly binds: ReadonlySet<Pin>;
  /** Certificates that their owners revoked: when, and whether their signatures from before still hold. */
  readonly revoked: ReadonlyMap<Pin, { readonly at: number; readonly holdsBefore: boolean }>;
  /** A certificate that claims to be a member's new one, undecided. */
  readonly changed: Pin | null;
};

/** Milliseconds by which clocks may differ. */
export const CLOCK_TOLERANCE = 10 * 60_000;

export type Judgement = {
  readonly state: MessageReading['state'] | 'bad-signature';
  /** Whose signature it is; null if that is not known for certain. */
  readonly author: Pin | null;
};

const withoutSigner = {
  missing: 'unsigned',
  unknown: 'unknown-signer',
  invalid: 'bad-signature',
} as const;

export function judge(verdict: SignatureVerdict, chat: ChatFacts): Judgement {
  if (verdict.kind === 'valid') return { state: judgeSigned(verdict, chat), author: verdict.pin };
  return { state: withoutSigner[verdict.kind], author: null };
}

function judgeSigned(
  { pin, binding, time, intendedForOthers }: Extract<SignatureVerdict, { kind: 'valid' }>,
  chat: ChatFacts,
): MessageReading['state'] {
  if (intendedForOthers) return 'wrong-chat';
  if (pin === chat.changed) return 'changed-key';

  const revoked = chat.revoked.get(pin);
  // Whoever has a stolen key dates a signature as they like.
  if (revoked && (!revoked.holdsBefore || time > revoked.at + CLOCK_TOLERANCE)) return 'changed-key';

  const own = chat.own.has(pin);
  const theirs = chat.epochs.filter(({ pins }) => pins.has(pin));
  if (!own && theirs.length === 0) {
    // A contact, but of no standing here. Bound elsewhere, it was carried over from another chat.
    return binding && !chat.epochs.some((epoch) => isBoundTo(binding, epoch))
      ? 'wrong-chat'
      : 'unknown-signer';
  }
  if (binding) {
    if (!theirs.some((epoch) => isBoundTo(binding, epoch))) return 'wrong-chat';
  } else if (own || chat.binds.has(pin)) {
    // Sotto binds every message it writes. One without a binding, by somebody who has it, was written with another
    // program for another place and brought here. Of a member who never bound one here (a user of gpg, say), it is
    // all there can be, and refusing it would shut them out; what it says about its place then rests on the
    // signature alone.
    return 'wrong-chat';
  }
  if (!own && isAfterReplacement(theirs, time)) return 'changed-key';
  return own || chat.verified.has(pin) ? 'verified' : 'pinned';
}

function isBoundTo(binding: Binding, epoch: Epoch): boolean {
  return binding.conversation === epoch.conversation && binding.recipients === epoch.recipients;
}

/** Whether this signer left all the sets of people it was in before it signed: a stolen old key, or a late reader. */
function isAfterReplacement(theirs: readonly Epoch[], time: number): boolean {
  return theirs.every(({ until }) => until !== null && time > until + CLOCK_TOLERANCE);
}
