import { describe, expect, it } from 'vitest';
import type { Pin } from '../openpgp/types';
import { conversationAt, withConversation, withMembers } from './conversations';
import {
  contentsWith,
  defaultIdentity,
  identitiesIn,
  identityIn,
  identityPin,
  usableIdentityIn,
  withIdentity,
} from './identities';
import type { Contents, StoredIdentity } from './store/contents';

const NOW = 1_000;
const [home, work, bob] = ['a', 'b', 'c'].map((digit) => digit.repeat(128)) as [Pin, Pin, Pin];
const identity = (pin: Pin, over: Partial<StoredIdentity> = {}) =>
  ({ pin, name: pin.slice(0, 1), expires: null, revoked: null, hidden: false, ...over }) as StoredIdentity;
const vaultWith = (...identities: StoredIdentity[]): Contents => ({
  ...contentsWith(identity(home)),
  identities,
});
const both = vaultWith(identity(home), identity(work));
const at = conversationAt(both, { site: 'chat.example', chat: 'room' });
const revoked = { at: 1, reason: 'retired' as const };

describe('the identity of a chat', () => {
  it('is the default until another is chosen for its site or for itself', () => {
    expect(identityPin(both, at)).toBe(home);
    const forSite = { ...both, siteIdentities: [{ site: 'chat.example', identity: work }] };
    expect(identityPin(forSite, at)).toBe(work);
    expect(identityPin(forSite, { ...at, site: 'other.example' })).toBe(home);
    expect(identityPin(forSite, { ...at, identity: home })).toBe(home);
  });

  it('stays what it was when the chat began, whatever the default is then', () => {
    const begun = withConversation(both, { ...at, mode: 'on', members: [bob] });
    const later = { ...begun, defaultIdentity: work };
    expect(identityPin(later, conversationAt(later, at))).toBe(home);
    const untouched = withConversation(both, { ...at, declined: [bob] });
    expect(conversationAt(untouched, at).identity).toBeNull();
  });

  it.each([
    ['deleted', vaultWith(identity(home, { hidden: true }), identity(work)), { identity: home }],
    ['deleted', vaultWith(identity(work)), { identity: home }],
    ['revoked', vaultWith(identity(home, { revoked }), identity(work)), {}],
    ['expired', vaultWith(identity(home, { expires: NOW })), {}],
  ])('writes nothing once it is %s', (problem, contents, over) => {
    const write = () => usableIdentityIn(contents, { ...at, ...over }, NOW);
    expect(write).toThrow(expect.objectContaining({ code: `identity_${problem}` }));
  });

  it('is never silently another one', () => {
    const gone = vaultWith(identity(home, { hidden: true }), identity(work));
    expect(identityIn(gone, { ...at, identity: home })).toBeNull();
    expect(defaultIdentity(gone).pin).toBe(work);
    expect(identityPin(gone, at)).toBe(work);
  });
});

describe('another identity for a chat', () => {
  const before = { ...at, identity: home, mode: 'on' as const, members: [bob] };
  const after = withIdentity(before, work, NOW);

  it('goes on with the same members, who are to be told', () => {
    expect(after).toMatchObject({ identity: work, members: [bob], mode: 'on', untold: [work] });
    expect(after.epochs).toEqual([{ identity: home, members: [bob], until: NOW }]);
    expect(withIdentity(after, work, NOW)).toEqual(after);
  });

  it('reads with the one before too, and with no third', () => {
    const third = 'd'.repeat(128) as Pin;
    const contents = { ...both, identities: [...both.identities, identity(third)] };
    expect(identitiesIn(contents, after).map(({ pin }) => pin)).toEqual([work, home]);
    const later = withMembers(after, [], NOW + 1);
    expect(later.epochs.map((epoch) => epoch.identity)).toEqual([home, work]);
  });

  it('takes back an invitation that nobody answered', () => {
    const invitation = { id: '0'.repeat(32), at: 0, answeredBy: null };
    const inviting = { ...at, identity: home, mode: 'inviting' as const, invitation };
    expect(withIdentity(inviting, work, NOW)).toMatchObject({
      mode: 'off',
      invitation: null,
      untold: [],
    });
    const answered = { ...before, invitation: { ...invitation, answeredBy: bob } };
    expect(withIdentity(answered, work, NOW).invitation?.answeredBy).toBe(bob);
  });
});
