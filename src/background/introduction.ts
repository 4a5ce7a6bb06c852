/** First contact: a certificate that came as an invitation into a chat, or as the answer to one. */
import { inspectCertificates } from '../openpgp/certificate';
import { BoundedMap } from '../openpgp/bounded-map';
import { concatBytes, fromHex, toHex } from '../openpgp/bytes';
import { messageDigest } from '../openpgp/digest';
import type { CertificateBinary, CertificateSummary, Pin } from '../openpgp/types';
import { SottoError } from '../protocol/errors';
import {
  hasHadMember,
  modeWhenOn,
  withContact,
  withConversation,
  withMembers,
  pickSummary,
} from './conversations';
import { identitiesIn } from './identities';
import type { Contents, Conversation } from './store/contents';

export type Introduction = {
  readonly kind: 'invitation' | 'acceptance';
  /** The invitation's 16 random bytes in hex; an acceptance repeats those it answers. */
  readonly invitation: string;
  readonly summary: CertificateSummary;
};

const ID_BYTES = 16;
/** In the place of an invitation: nobody was asked for this certificate, it brings up to date what was shown before. */
export const NEWS = '0'.repeat(2 * ID_BYTES);

/** The token's body: 16 bytes of invitation id, then the certificate. */
export function writeIntroduction(
  invitation: string,
  certificate: CertificateBinary,
): Uint8Array<ArrayBuffer> {
  return concatBytes(fromHex(invitation), certificate);
}

export function certificateIn(body: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(body.subarray(ID_BYTES));
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
    const certificate = certificateIn(body);
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
 * Where an introduction stands; the first row that fits decides. Tested as a table in introduction.test.ts.
 *
 * | standing   | when                                                                                           |
 * | ---------- | ---------------------------------------------------------------------------------------------- |
 * | `own`      | our own certificate                                                                            |
 * | `accepted` | a member, whose answer to our invitation it is                                                 |
 * | `joined`   | a member                                                                                       |
 * | `changed`  | the certificate that is being decided about                                                    |
 * | `declined` | a person said no to it here                                                                    |
 * | `joined`   | a member once: what stands in the history from before a replacement asks nothing               |
 * | `changed`  | there is one other member, and this is neither: it claims to be them, or answered second       |
 * | `answers`  | nobody is a member, and it is the first answer to our invitation: the only one pinned unasked  |
 * | `decide`   | nobody is a member, or several are: a card asks, and who is accepted joins                     |
 */
export type Standing = 'own' | 'joined' | 'accepted' | 'answers' | 'declined' | 'changed' | 'decide';

/** @param own pins of our own identities in this chat */
export function standingOf(
  { kind, invitation, summary: { pin } }: Introduction,
  conversation: Conversation,
  own: ReadonlySet<Pin>,
): Standing {
  const { invitation: ours, members, changed, declined } = conversation;
  const answersUs = kind === 'acceptance' && ours !== null && ours.id === invitation;
  if (own.has(pin)) return 'own';
  if (members.includes(pin)) return answersUs && ours.answeredBy === pin ? 'accepted' : 'joined';
  if (pin === changed?.pin) return 'changed';
  if (declined.includes(pin)) return 'declined';
  if (members.length > 0 && hasHadMember(conversation, pin)) return 'joined';
  // Who answers second may be the operator, adding a reader: joining as well is an act of its own, in the popup.
  if (members.length === 1) return 'changed';
  return members.length === 0 && answersUs && ours.answeredBy === null ? 'answers' : 'decide';
}

/** Where it stands among our own identities of this chat. */
export function standingWith(
  contents: Contents,
  conversation: Conversation,
  introduction: Introduction,
): Standing {
  const own = new Set(identitiesIn(contents, conversation).map(({ pin }) => pin));
  return standingOf(introduction, conversation, own);
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

/**
 * The person accepted: pinned as a member (in place of the one it changes, if so), encryption on. Another certificate
 * that is undecided stays so, and goes on blocking.
 */
export function acceptMember(
  contents: Contents,
  conversation: Conversation,
  summary: CertificateSummary,
  replaces: Pin | null,
  now: number,
): Contents {
  const kept = conversation.members.filter((pin) => pin !== replaces && pin !== summary.pin);
  const changed = undecidedAfter(conversation, summary.pin, replaces);
  const next: Conversation = {
    ...withMembers(conversation, [...kept, summary.pin], now),
    changed,
    declined: conversation.declined.filter((pin) => pin !== summary.pin),
    mode: modeWhenOn(changed),
  };
  return withConversation(withContact(contents, summary, now), next);
}

function undecidedAfter(
  { changed }: Conversation,
  accepted: Pin,
  replaces: Pin | null,
): Conversation['changed'] {
  if (changed?.pin === accepted) return null;
  // It claimed to be somebody who is replaced now, so it claims to be who took that place.
  return changed && changed.previous === replaces ? { ...changed, previous: accepted } : changed;
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
