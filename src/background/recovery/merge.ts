/**
 * A backup beside what is here already. What is not here comes in; what differs stays as it is here and is named; what
 * both know of a person or a chat is put together. Pure.
 */
import type { BackupView } from '../../protocol/core';
import type { Pin } from '../../openpgp/types';
import { equalBytes } from '../../openpgp/bytes';
import { shownIdentities } from '../identities';
import type { Contents, Conversation, StoredContact, StoredIdentity } from '../store/contents';

type Difference = BackupView['differences'][number];

export type Merged = {
  readonly contents: Contents;
  readonly fresh: {
    readonly identities: readonly StoredIdentity[];
    readonly contacts: readonly StoredContact[];
    readonly chats: readonly Conversation[];
    /** Compared there, and not yet here. */
    readonly compared: readonly StoredContact[];
  };
  readonly differences: readonly Difference[];
};

/** `mine` with what `theirs` has beyond it. Merging the same backup again changes nothing. */
export function merge(mine: Contents, theirs: Contents): Merged {
  const identities = beside(mine.identities, theirs.identities, ({ pin }) => pin);
  const contacts = beside(mine.contacts, theirs.contacts, ({ pin }) => pin);
  const chats = beside(mine.conversations, theirs.conversations, ({ site, chat }) =>
    JSON.stringify([site, chat]),
  );
  const differences: Difference[] = [
    ...identities.pairs
      .filter(([own, other]) => !equalBytes(own.secretKey, other.secretKey))
      .map(([{ name }]) => ({ kind: 'identity' as const, name })),
    ...contacts.pairs
      .filter(([own, other]) => !equalBytes(own.certificate, other.certificate))
      .map(([{ name }]) => ({ kind: 'contact' as const, name })),
    ...chats.pairs
      .filter(([own, other]) => hasBegun(own) && hasBegun(other) && isOther(own, other))
      .map(([{ title, chat }]) => ({ kind: 'chat' as const, name: title || chat })),
  ];
  const contents: Contents = {
    ...mine,
    // Deleted a moment ago, and asked for again by this.
    identities: [
      ...identities.pairs.map(([own]) => ({ ...own, hidden: false })),
      ...identities.own,
      ...identities.fresh,
    ],
    contacts: [...contacts.pairs.map(contactOf), ...contacts.own, ...contacts.fresh],
    conversations: [...chats.pairs.map(chatOf), ...chats.own, ...chats.fresh],
    siteIdentities: [
      ...mine.siteIdentities,
      ...theirs.siteIdentities.filter(({ site }) => !mine.siteIdentities.some((own) => own.site === site)),
    ],
    recovery: mine.recovery ?? theirs.recovery,
  };
  return {
    contents,
    fresh: {
      identities: identities.fresh,
      contacts: contacts.fresh,
      chats: chats.fresh,
      compared: contacts.pairs
        .filter(([own, other]) => own.verified === null && other.verified !== null)
        .map(([own]) => own),
    },
    differences,
  };
}

/** What a person is told of a backup before anything is kept of it; `mine` is null where there is nothing yet. */
export function viewOf(made: number, theirs: Contents, mine: Contents | null): BackupView {
  const merged = mine && merge(mine, theirs);
  const isFresh = (pin: Pin) => merged?.fresh.identities.some((identity) => identity.pin === pin) ?? true;
  const people = merged ? merged.fresh.contacts : theirs.contacts;
  const begun = theirs.conversations.filter(hasBegun);
  return {
    made,
    identities: shownIdentities(theirs).map(({ name, fingerprint, pin }) => ({
      name,
      fingerprint,
      known: !isFresh(pin),
    })),
    contacts: { all: theirs.contacts.length, fresh: people.length, names: people.map(({ name }) => name) },
    chats: { all: begun.length, fresh: merged ? merged.fresh.chats.filter(hasBegun).length : begun.length },
    compared: (merged?.fresh.compared ?? []).map(({ name }) => name),
    differences: merged ? [...merged.differences] : [],
  };
}

type Sorted<Item> = {
  /** Here and in the backup. */
  readonly pairs: readonly (readonly [own: Item, other: Item])[];
  readonly own: readonly Item[];
  readonly fresh: readonly Item[];
};

function beside<Item>(
  mine: readonly Item[],
  theirs: readonly Item[],
  keyOf: (item: Item) => string,
): Sorted<Item> {
  const others = new Map(theirs.map((item) => [keyOf(item), item]));
  const known = new Set(mine.map(keyOf));
  return {
    pairs: mine.flatMap((own) => {
      const other = others.get(keyOf(own));
      return other === undefined ? [] : [[own, other] as const];
    }),
    own: mine.filter((own) => !others.has(keyOf(own))),
    fresh: theirs.filter((other) => !known.has(keyOf(other))),
  };
}

/** Compared once is compared, on whichever device; and revoked is revoked. */
function contactOf([own, other]: readonly [StoredContact, StoredContact]): StoredContact {
  return {
    ...own,
    verified: own.verified ?? other.verified,
    revoked: own.revoked ?? other.revoked,
    hidden: false,
  };
}

/** Earlier members are known from both, so that older messages are still read as what they were. */
function chatOf([own, other]: readonly [Conversation, Conversation]): Conversation {
  if (!hasBegun(own)) return { ...other, title: own.title || other.title };
  const known = new Set(own.epochs.map(epochKey));
  return {
    ...own,
    epochs: [...other.epochs.filter((epoch) => !known.has(epochKey(epoch))), ...own.epochs].sort(
      (one, two) => one.until - two.until,
    ),
    binds: [...new Set([...own.binds, ...other.binds])],
    declined: [...new Set([...own.declined, ...other.declined])],
  };
}

const epochKey = ({ identity, members, until }: Conversation['epochs'][number]) =>
  JSON.stringify([identity, members, until]);

function hasBegun({ mode, members, invitation }: Conversation): boolean {
  return mode !== 'off' || members.length > 0 || invitation !== null;
}

function isOther(own: Conversation, other: Conversation): boolean {
  const [mine, theirs] = [own, other].map(({ identity, mode, members }) =>
    JSON.stringify([identity, mode, [...members].sort()]),
  );
  return mine !== theirs;
}
