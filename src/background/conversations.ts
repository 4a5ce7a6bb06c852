/** Changes of one conversation in the vault's contents. Pure: each takes contents and gives new ones. */
import type { CertificateSummary, Pin } from '../openpgp/types';
import type { ConversationKey } from '../protocol/shapes';
import { identityPin } from './identities';
import type { Contents, Conversation, StoredContact } from './store/contents';

function findConversation(contents: Contents, { site, chat }: ConversationKey): Conversation | null {
  return contents.conversations.find((entry) => entry.site === site && entry.chat === chat) ?? null;
}

/** The conversation as stored, or as it is before anything happened in it. */
export function conversationAt(contents: Contents, key: ConversationKey, title = ''): Conversation {
  const found = findConversation(contents, key);
  if (found) return found.title === '' && title !== '' ? { ...found, title } : found;
  return {
    site: key.site,
    chat: key.chat,
    title,
    mode: 'off',
    identity: null,
    untold: [],
    members: [],
    epochs: [],
    invitation: null,
    declined: [],
    changed: null,
    binds: [],
  };
}

/** A chat that was kept before its page had named it gets its name. The same contents when there is nothing to name. */
export function withTitle(contents: Contents, key: ConversationKey, title: string): Contents {
  const found = findConversation(contents, key);
  return found?.title === '' && title !== '' ? withConversation(contents, { ...found, title }) : contents;
}

/** Stores it. Once something has begun in it, it keeps the identity that it began with. */
export function withConversation(contents: Contents, conversation: Conversation): Contents {
  const others = contents.conversations.filter(
    (entry) => entry.site !== conversation.site || entry.chat !== conversation.chat,
  );
  const hasBegun = conversation.mode !== 'off' || conversation.members.length > 0;
  const identity = hasBegun ? identityPin(contents, conversation) : conversation.identity;
  return { ...contents, conversations: [...others, { ...conversation, identity }] };
}

/** Another set of members; the one before ends now, and what was bound to it still belongs here. */
export function withMembers(conversation: Conversation, members: readonly Pin[], now: number): Conversation {
  const unique = [...new Set(members)];
  if (sameSet(unique, conversation.members)) return conversation;
  const { identity, members: before } = conversation;
  const ended = identity === null || before.length === 0 ? [] : [{ identity, members: before, until: now }];
  return { ...conversation, members: unique, epochs: [...conversation.epochs, ...ended] };
}

/** How a chat stands that is switched on: an undecided certificate blocks it. */
export function modeWhenOn(changed: Conversation['changed']): 'on' | 'blocked' {
  return changed ? 'blocked' : 'on';
}

/** Whether this pin is or was a member here. */
export function hasHadMember(conversation: Conversation, pin: Pin): boolean {
  return (
    conversation.members.includes(pin) || conversation.epochs.some(({ members }) => members.includes(pin))
  );
}

/**
 * The certificate as a contact; a removed one comes back. A known one stays as it is: this form of it may be an old one
 * (contact-news.ts takes what is new in it).
 */
export function withContact(contents: Contents, summary: CertificateSummary, now: number): Contents {
  const known = contents.contacts.find(({ pin }) => pin === summary.pin);
  const contact: StoredContact = known
    ? { ...known, hidden: false }
    : { ...pickSummary(summary), added: now, verified: null, revoked: null, hidden: false };
  const contacts = known
    ? contents.contacts.map((entry) => (entry === known ? contact : entry))
    : [...contents.contacts, contact];
  return { ...contents, contacts };
}

/** The contacts that are members now; without those removed. */
export function memberContacts(contents: Contents, conversation: Conversation): readonly StoredContact[] {
  return conversation.members.flatMap((pin) => {
    const contact = contents.contacts.find((entry) => entry.pin === pin && !entry.hidden);
    return contact ? [contact] : [];
  });
}

/** The fields that are stored, whatever else a summary may carry. */
export function pickSummary(
  summary: CertificateSummary,
): CertificateSummary & { warnings: CertificateSummary['warnings'][number][] } {
  const { certificate, fingerprint, pin, name, version, algorithm, created, expires, readsSeipd2, warnings } =
    summary;
  return {
    certificate,
    fingerprint,
    pin,
    name,
    version,
    algorithm,
    created,
    expires,
    readsSeipd2,
    warnings: [...warnings],
  };
}

function sameSet(a: readonly Pin[], b: readonly Pin[]): boolean {
  return a.length === b.length && a.every((pin) => b.includes(pin));
}

/** Those removed are gone from the contacts and from every chat. The same contents if there are none. */
export function withoutRemovedContacts(contents: Contents, now: number): Contents {
  const removed = new Set(contents.contacts.filter(({ hidden }) => hidden).map(({ pin }) => pin));
  if (removed.size === 0) return contents;
  return {
    ...contents,
    contacts: contents.contacts.filter(({ pin }) => !removed.has(pin)),
    conversations: contents.conversations.map((conversation) =>
      withMembers(
        conversation,
        conversation.members.filter((pin) => !removed.has(pin)),
        now,
      ),
    ),
  };
}
