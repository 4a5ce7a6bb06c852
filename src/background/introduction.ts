/** First contact: a certificate that came as an invitation into a chat, or as the answer to one. */
import { inspectCertificates } from '../openpgp/certificate';
import { BoundedMap } from '../openpgp/bounded-map';
import { concatBytes, fromHex, toHex } from '../openpgp/bytes';
import { messageDigest } from '../openpgp/digest';
import type { CertificateBinary, CertificateSummary, Pin } from '../openpgp/types';
import { SottoError } from '../protocol/errors';
import { hasHadMember, withContact, withConversation, withMembers, pickSummary } from './conversations';
import type { Contents, Conversation } from './store/contents';

export type Introduction = {
  readonly kind: 'invitation' | 'acceptance';
  /** The invitation's 16 random bytes in hex; an acceptance repeats those it answers. */
  readonly invitation: string;
  readonly summary: CertificateSummary;
};

const ID_BYTES = 16;

/** The token's body: 16 bytes of invitation id, then the certificate. */
export function writeIntroduction(
  invitation: string,
  certificate: CertificateBinary,
): Uint8Array<ArrayBuffer> {
  return concatBytes(fromHex(invitation), certificate);
}

/** Remembers what it read: every card in the list is asked for again and again. */
export function createIntroductionReader(
  now: () => number,
): (kind: Introduction['kind'], body: Uint8Array) => Promise<Introduction> {
  const known = new BoundedMap<string, CertificateSummary>(200);

  /** Throws SottoError `bad_data`, or what stands in the way of using the certificate. */
  return async (kind, body) => {
    if (body.length <= ID_BYTES) throw new SottoError('bad_data');
    const invitation = toHex(body.subarray(0, ID_BYTES));
    const certificate = new Uint8Array(body.subarray(ID_BYTES));
    const name = await messageDigest(certificate);
    let summary = known.get(name);
    if (!summary) {
      const [first, ...others] = await inspectCertificates(certificate, now());
      if (!first || others.length > 0) throw new SottoError('bad_data');
      summary = first;
      known.set(name, summary);
    }
    return { kind, invitation, summary };
  };
}

/**
 * Where an introduction stands. `answers`: it is the first answer to our own invitation and may be pinned without
 * asking. `changed`: it claims to be the one other person here, with another certificate.
 */
export type Standing = 'own' | 'joined' | 'accepted' | 'answers' | 'declined' | 'changed' | 'decide';

/** @param own our own pin, or null before there is an identity */
export function standingOf(
  { kind, invitation, summary: { pin } }: Introduction,
  conversation: Conversation,
  own: Pin | null,
): Standing {
  const ours = conversation.invitation;
  const answersUs = kind === 'acceptance' && ours !== null && ours.id === invitation;
  if (pin === own) return 'own';
  if (conversation.members.includes(pin)) return answersUs && ours.answeredBy === pin ? 'accepted' : 'joined';
  if (conversation.declined.includes(pin)) return 'declined';
  // An invitation from before a certificate was replaced still stands in the history, and must not block again.
  if (conversation.members.length > 0 && hasHadMember(conversation, pin)) return 'joined';
  if (answersUs) {
    // Only the first, and only where nobody is pinned yet: else the operator could add a reader without a word.
    return ours.answeredBy === null && conversation.members.length === 0 ? 'answers' : 'decide';
  }
  // With one other person here, a second certificate can only claim to be that person's. In a group it is a newcomer.
  return conversation.members.length === 1 ? 'changed' : 'decide';
}

/** The member in whose place an accepted certificate comes; null if it joins. */
export function replacedBy(
  standing: Standing,
  { members, changed }: Conversation,
  { summary: { pin } }: Introduction,
): Pin | null {
  if (standing !== 'changed') return null;
  return changed?.pin === pin ? changed.previous : (members[0] ?? null);
}

/** The first answer to our invitation: its certificate is pinned as seen first, and encryption is on. */
export function pinAnswer(
  contents: Contents,
  conversation: Conversation,
  { summary }: Introduction,
  now: number,
): Contents {
  const invitation = conversation.invitation && { ...conversation.invitation, answeredBy: summary.pin };
  const next = { ...withMembers(conversation, [summary.pin], now), invitation, mode: 'on' as const };
  return withConversation(withContact(contents, summary, now), next);
}

/**
 * Another certificate for the one other person: nothing is sent until a person decided. One is decided about at a
 * time: a further one neither takes the place of the first, which a person may be comparing, nor writes anything.
 */
export function noteChanged(
  contents: Contents,
  conversation: Conversation,
  { summary }: Introduction,
): Contents {
  const [previous] = conversation.members;
  if (previous === undefined || conversation.changed) return contents;
  const changed = { ...pickSummary(summary), previous };
  const mode = conversation.mode === 'on' ? 'blocked' : conversation.mode;
  return withConversation(contents, { ...conversation, changed, mode });
}

/** The person accepted: pinned as a member (in place of the one it changes, if so), encryption on. */
export function acceptMember(
  contents: Contents,
  conversation: Conversation,
  summary: CertificateSummary,
  replaces: Pin | null,
  now: number,
): Contents {
  const kept = conversation.members.filter((pin) => pin !== replaces && pin !== summary.pin);
  const next: Conversation = {
    ...withMembers(conversation, [...kept, summary.pin], now),
    changed: null,
    declined: conversation.declined.filter((pin) => pin !== summary.pin),
    mode: 'on',
  };
  return withConversation(withContact(contents, summary, now), next);
}

/** The person said no: this certificate is asked about no more here, and the chat goes on with those pinned before. */
export function declineMember(contents: Contents, conversation: Conversation, pin: Pin): Contents {
  const endsBlock = conversation.changed?.pin === pin;
  return withConversation(contents, {
    ...conversation,
    declined: [...new Set([...conversation.declined, pin])],
    changed: endsBlock ? null : conversation.changed,
    mode: endsBlock && conversation.mode === 'blocked' ? 'on' : conversation.mode,
  });
}
