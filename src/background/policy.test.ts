import { describe, expect, it } from 'vitest';
import type { SottoError } from '../protocol/errors';
import { checkMayEncrypt, problemOf, type Recipients } from './policy';
import type { StoredContact } from './store/contents';

const now = 1000;
const contact = (over: Partial<StoredContact> = {}) =>
  ({ name: 'Bob', expires: null, ...over }) as StoredContact;
const ready: Recipients = { mode: 'on', pinned: 1, contacts: [contact()], changedName: null };

const refusals: readonly [string, Partial<Recipients>, string, string][] = [
  ['off', { mode: 'off' }, 'not_encrypted', ''],
  ['inviting', { mode: 'inviting' }, 'waiting_for_answer', ''],
  ['blocked', { mode: 'blocked', changedName: 'Bob' }, 'changed_key', 'Bob'],
  ['on with nobody', { pinned: 0, contacts: [] }, 'no_members', ''],
  ['on with one member removed from the contacts', { pinned: 2 }, 'no_members', ''],
  [
    'on with one expired',
    { pinned: 2, contacts: [contact(), contact({ name: 'Eve', expires: now })] },
    'certificate_unusable',
    'Eve',
  ],
];

describe('checkMayEncrypt', () => {
  it('lets a chat through that is on, with usable certificates for all', () => {
    expect(() => checkMayEncrypt(ready, now)).not.toThrow();
    expect(() => checkMayEncrypt({ ...ready, contacts: [contact({ expires: now + 1 })] }, now)).not.toThrow();
  });

  it.each(refusals)('refuses a chat that is %s', (_, over, code, detail) => {
    let thrown: SottoError | null = null;
    try {
      checkMayEncrypt({ ...ready, ...over }, now);
    } catch (error) {
      thrown = error as SottoError;
    }
    expect(thrown).toMatchObject({ code, detail });
  });
});

describe('problemOf', () => {
  it('puts a changed certificate before an expired one', () => {
    expect(problemOf(contact({ expires: 1 }), true, now)).toBe('changed_key');
    expect(problemOf(contact({ expires: 1 }), false, now)).toBe('certificate_expired');
    expect(problemOf(contact(), false, now)).toBeNull();
  });
});
