/** Our own identities, and which of them a chat uses. Pure: each takes contents and gives new ones. */
import type { Pin } from '../openpgp/types';
import { SottoError } from '../protocol/errors';
import type { SiteId } from '../protocol/shapes';
import type { Contents, Conversation, StoredIdentity } from './store/contents';

/** All but those deleted. */
function shownIdentities({ identities }: Pick<Contents, 'identities'>): readonly StoredIdentity[] {
  return identities.filter(({ hidden }) => !hidden);
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
function identityProblem(
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
export function withIdentity(
  contents: Contents,
  conversation: Conversation,
  pin: Pin,
  now: number,
): Conversation {
  const before = identityPin(contents, conversation);
  if (conversation.identity === pin || before === pin) return { ...conversation, identity: pin };
  const { members, invitation } = conversation;
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
