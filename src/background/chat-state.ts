/** How a chat stands, for composer, popup and content script. */
import type { ChatIdentity } from '../protocol/chat-state';
import type { ChatState, Member } from '../protocol/core';
import type { ConversationKey } from '../protocol/shapes';
import { chatHash } from './chat-index';
import { conversationAt, memberContacts } from './conversations';
import { identityIn, identityPin, identityProblem } from './identities';
import { problemOf } from './policy';
import type { Contents, Conversation } from './store/contents';
import type { Vault } from './vault';

/**
 * Stored data that cannot be read shows as locked, and where not even the chat's mode can be read, as encrypted: its box
 * stays covered, and the way to unlock leads to where it says what happened.
 * @param withMembers false for content scripts, which need no names, not even our own
 */
export async function chatStateOf(
  vault: Vault,
  conversation: ConversationKey,
  title: string,
  withMembers: boolean,
  now: number,
): Promise<ChatState> {
  const opened = await vault.peek();
  const clear = await vault.peekClear();
  const hasIdentity = clear?.vault !== null;
  if (!opened) {
    const mode = clear ? (clear.chats[await chatHash(clear.salt, conversation)] ?? 'off') : 'on';
    return {
      conversation,
      title,
      mode,
      locked: hasIdentity,
      hasIdentity,
      identity: null,
      members: [],
      olderContainer: false,
    };
  }
  const stored = conversationAt(opened.contents, conversation);
  const contacts = memberContacts(opened.contents, stored);
  return {
    conversation,
    title: title === '' ? stored.title : title,
    mode: stored.mode,
    locked: false,
    hasIdentity,
    identity: withMembers ? chatIdentityOf(opened.contents, stored, now) : null,
    members: withMembers ? membersOf(opened.contents, stored, now) : [],
    olderContainer: withMembers && contacts.some(({ readsSeipd2 }) => !readsSeipd2),
  };
}

function chatIdentityOf(contents: Contents, conversation: Conversation, now: number): ChatIdentity {
  const identity = identityIn(contents, conversation);
  return {
    identity: identityPin(contents, conversation),
    name: identity?.name ?? '',
    fingerprint: identity?.fingerprint ?? null,
    problem: identityProblem(identity, now),
  };
}

function membersOf(contents: Contents, conversation: Conversation, now: number): Member[] {
  return memberContacts(contents, conversation).map((contact) => {
    const changed = conversation.changed?.previous === contact.pin ? conversation.changed : null;
    return {
      contact: contact.pin,
      name: contact.name,
      fingerprint: contact.fingerprint,
      verified: contact.verified !== null,
      problem: problemOf(contact, changed !== null, now),
      ...(changed ? { offered: { pin: changed.pin, fingerprint: changed.fingerprint } } : {}),
    };
  });
}
