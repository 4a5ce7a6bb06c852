import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Pin } from '../../openpgp/types';
import type { Contents, Conversation, StoredContact, StoredIdentity } from '../store/contents';
import { stateOf } from './backup-state';
import { merge } from './merge';

const pins = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(128) as Pin);
const pin = fc.constantFrom(...pins);
const time = fc.integer({ min: 0, max: 1_000_000 });
const bytes = fc.integer({ min: 0, max: 2 }).map((byte) => new Uint8Array([byte]));
const base = { fingerprint: 'a'.repeat(40), name: 'Somebody', version: 4, algorithm: 'Ed25519' };

const contact = fc
  .record({
    pin,
    certificate: bytes,
    verified: fc.option(time),
    revoked: fc.option(fc.record({ at: time, reason: fc.constant('retired') })),
    hidden: fc.boolean(),
  })
  .map((one) => ({ ...base, ...one }) as unknown as StoredContact);
const identity = fc
  .record({ pin, secretKey: bytes, hidden: fc.boolean() })
  .map((one) => ({ ...base, ...one }) as unknown as StoredIdentity);
const conversation = fc.record({
  site: fc.constant('chat.example'),
  chat: fc.constantFrom('1', '2', '3'),
  title: fc.constantFrom('', 'Room'),
  mode: fc.constantFrom('off', 'on', 'inviting', 'blocked'),
  identity: fc.option(pin),
  untold: fc.constant([]),
  members: fc.uniqueArray(pin, { maxLength: 3 }),
  epochs: fc.array(fc.record({ identity: pin, members: fc.uniqueArray(pin), until: time }), { maxLength: 2 }),
  invitation: fc.constant(null),
  declined: fc.uniqueArray(pin),
  changed: fc.constant(null),
  binds: fc.uniqueArray(pin),
}) as fc.Arbitrary<Conversation>;
const byKey = { selector: ({ chat }: Conversation) => chat };
const byPin = { selector: ({ pin: one }: { pin: Pin }) => one };

const contents: fc.Arbitrary<Contents> = fc.record({
  identities: fc.uniqueArray(identity, { ...byPin, minLength: 1 }),
  defaultIdentity: pin,
  siteIdentities: fc.constant([]),
  contacts: fc.uniqueArray(contact, byPin),
  conversations: fc.uniqueArray(conversation, byKey),
  outgoing: fc.constant([]),
  recovery: fc.constant(null),
});

/** A backup holds nothing that was deleted. */
const backup = contents.map((all) => ({
  ...all,
  identities: all.identities.map((one) => ({ ...one, hidden: false })),
  contacts: all.contacts.map((one) => ({ ...one, hidden: false })),
}));

describe('a backup put together with what is here', () => {
  it('loses nobody and nothing, and says each thing that differs', () => {
    fc.assert(
      fc.property(contents, backup, (mine, theirs) => {
        const { contents: both, fresh, differences } = merge(mine, theirs);
        for (const list of ['identities', 'contacts'] as const) {
          const all = new Set([...mine[list], ...theirs[list]].map((one) => one.pin));
          expect(both[list].map((one) => one.pin).sort()).toEqual([...all].sort());
        }
        const chats = new Set([...mine.conversations, ...theirs.conversations].map(({ chat }) => chat));
        expect(both.conversations.map(({ chat }) => chat).sort()).toEqual([...chats].sort());
        // What is here stays as it is here.
        for (const own of mine.identities)
          expect(both.identities.find((one) => one.pin === own.pin)?.secretKey).toBe(own.secretKey);
        for (const own of mine.contacts)
          expect(both.contacts.find((one) => one.pin === own.pin)?.certificate).toBe(own.certificate);
        for (const own of mine.conversations.filter(({ members }) => members.length > 0)) {
          const kept = both.conversations.find(({ chat }) => chat === own.chat);
          expect(kept).toMatchObject({ members: own.members, mode: own.mode, identity: own.identity });
        }
        const other = theirs.identities.filter((one) =>
          mine.identities.some((own) => own.pin === one.pin && own.secretKey[0] !== one.secretKey[0]),
        );
        expect(differences.filter(({ kind }) => kind === 'identity')).toHaveLength(other.length);
        expect(fresh.contacts).toHaveLength(both.contacts.length - mine.contacts.length);
      }),
    );
  });

  it('forgets no comparison, no revocation and no earlier member', () => {
    fc.assert(
      fc.property(contents, backup, (mine, theirs) => {
        const { contents: both } = merge(mine, theirs);
        for (const one of both.contacts) {
          const known = [...mine.contacts, ...theirs.contacts].filter((each) => each.pin === one.pin);
          expect(one.verified !== null).toBe(known.some(({ verified }) => verified !== null));
          expect(one.revoked !== null).toBe(known.some(({ revoked }) => revoked !== null));
        }
        for (const chat of both.conversations) {
          const epochs = mine.conversations.find((own) => own.chat === chat.chat)?.epochs ?? [];
          if (
            chat.members.length > 0 &&
            mine.conversations.some((own) => own.chat === chat.chat && own.members === chat.members)
          )
            for (const epoch of epochs) expect(chat.epochs).toContainEqual(epoch);
        }
      }),
    );
  });

  it('a second time adds nothing', async () => {
    await fc.assert(
      fc.asyncProperty(contents, backup, async (mine, theirs) => {
        const once = merge(mine, theirs).contents;
        const twice = merge(once, theirs);
        expect(twice.fresh).toEqual({ identities: [], contacts: [], chats: [], compared: [] });
        expect(await stateOf(twice.contents)).toBe(await stateOf(once));
      }),
    );
  });
});
