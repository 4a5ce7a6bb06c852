/** Our own identities, and which of them a chat uses. Pure: each takes contents and gives new ones. */
import type { Pin } from '../openpgp/types';
import { SottoError } from '../protocol/errors';
import type { SiteId } from '../protocol/shapes';
import type { Contents, Conversation, StoredIdentity } from './store/contents';

/** All but those deleted. */
export function shownIdentities({ identities }: Pick<Contents, 'identities'>): readonly StoredIdentity[] {
  return identities.filter(({ hidden }) => !hidden);
}

/** Throws SottoError `bad_request` for one that is not there. */
export function identityNamed(contents: Contents, pin: string): StoredIdentity {
  const found = shownIdentities(contents).find((identity) => identity.pin === pin);
  if (!found) throw new SottoError('bad_request');
  return found;
}

/** What a vault holds in which nothing has happened yet. */
export function contentsWith(identity: StoredIdentity): Contents {
  return {
    identities: [identity],
    defaultIdentity: identity.pin,
    siteIdentities: [],
    contacts: [],
    conversations: [],
    outgoing: [],
    recovery: null,
  };
}

/** The one that new chats begin with. */
export function defaultIdentity(contents: Contents): StoredIdentity {
  const shown = shownIdentities(contents);
  const found =
    shown.find(({ pin }) => pin === contents.defaultIdentity) ??
    shown.find(({ revoked }) => revoked === null) ??
    shown[0];
  if (!found) throw new SottoError('unexpected');
  return found;
}

/** The one that new chats of this site begin with. */
function identityForSite(contents: Contents, site: SiteId): StoredIdentity {
  const chosen = contents.siteIdentities.find((entry) => entry.site === site)?.identity;
  return shownIdentities(contents).find(({ pin }) => pin === chosen) ?? defaultIdentity(contents);
}

/** Pin of the identity that writes in this chat, be it usable or not. */
export function identityPin(contents: Contents, { identity, site }: Conversation): Pin {
  return identity ?? identityForSite(contents, site).pin;
}

/** The identity that writes in this chat, be it usable or not; null if it was deleted. */
export function identityIn(contents: Contents, conversation: Conversation): StoredIdentity | null {
  const own = identityPin(contents, conversation);
  return shownIdentities(contents).find(({ pin }) => pin === own) ?? null;
}

/**
 * The identities that write or wrote in this chat, the present one first. A message here is read with their keys and
 * no others: else a page that shows what was written to one identity would learn, by whether it can be read, that
 * another one is the same person's.
 */
export function identitiesIn(contents: Contents, conversation: Conversation): readonly StoredIdentity[] {
  const pins = new Set([
    identityPin(contents, conversation),
    ...conversation.epochs.map(({ identity }) => identity),
  ]);
  return [...pins].flatMap((own) => shownIdentities(contents).find(({ pin }) => pin === own) ?? []);
}

/** What stands in the way of writing with it, if anything. */
export function identityProblem(
  identity: StoredIdentity | null,
  now: number,
): 'deleted' | 'revoked' | 'expired' | null {
  if (!identity) return 'deleted';
  if (identity.revoked) return 'revoked';
  return identity.expires !== null && identity.expires <= now ? 'expired' : null;
}

/** Throws SottoError `identity_deleted`, `identity_revoked` or `identity_expired`. */
export function usableIdentityIn(
  contents: Contents,
  conversation: Conversation,
  now: number,
): StoredIdentity {
  const identity = identityIn(contents, conversation);
  const problem = identityProblem(identity, now);
  if (!identity || problem) throw new SottoError(`identity_${problem ?? 'deleted'}`, identity?.name ?? '');
  return identity;
}

/** The chat goes on with another identity; what was written to the one before is still read. */
export function withIdentity(conversation: Conversation, pin: Pin, now: number): Conversation {
  const { identity: before, members, invitation } = conversation;
  if (before === null || before === pin) return { ...conversation, identity: pin };
  const ended = { identity: before, members, until: now };
  return {
    ...conversation,
    identity: pin,
    untold: members.length === 0 ? [] : [...conversation.untold.filter((own) => own !== pin), pin],
    epochs: [...conversation.epochs, ended],
    // Who answers it now has pinned the identity before.
    invitation: invitation?.answeredBy === null ? null : invitation,
    mode: conversation.mode === 'inviting' ? 'off' : conversation.mode,
  };
}

/** With these as well; one that was deleted a moment ago comes back in its new form. */
export function withAdded(contents: Contents, added: readonly StoredIdentity[]): Contents {
  const others = contents.identities.filter(({ pin }) => !added.some((identity) => identity.pin === pin));
  return { ...contents, identities: [...others, ...added] };
}

/** Its certificate says something new, which the members of its chats have yet to be told. */
export function withChanged(contents: Contents, changed: StoredIdentity): Contents {
  const { pin } = changed;
  return {
    ...contents,
    identities: contents.identities.map((identity) => (identity.pin === pin ? changed : identity)),
    conversations: contents.conversations.map((conversation) =>
      conversation.identity === pin && conversation.members.length > 0
        ? { ...conversation, untold: [...conversation.untold.filter((own) => own !== pin), pin] }
        : conversation,
    ),
  };
}

/** Those deleted are gone, with their secret keys. The same contents if there are none. */
export function withoutHidden(contents: Contents): Contents {
  const identities = shownIdentities(contents);
  if (identities.length === contents.identities.length) return contents;
  const isKept = (pin: Pin) => identities.some((identity) => identity.pin === pin);
  return {
    ...contents,
    identities: [...identities],
    defaultIdentity: defaultIdentity(contents).pin,
    siteIdentities: contents.siteIdentities.filter(({ identity }) => isKept(identity)),
  };
}
