import { describe, expect, it } from 'vitest';
import type {
  Binding,
  ConversationId,
  DeviceId,
  Fingerprint,
  MessageDigest,
  Pin,
  RecipientsHash,
  SignatureVerdict,
} from '../openpgp/types';
import { CLOCK_TOLERANCE, judge, type ChatFacts, type Epoch } from './trust';

const [own, bob, carol, eve] = ['a', 'b', 'c', 'e'].map((digit) => digit.repeat(128)) as [Pin, Pin, Pin, Pin];
const ended = 1_000_000_000_000;

const epoch = (name: string, pins: readonly Pin[], until: number | null): Epoch => ({
  conversation: name.repeat(32) as ConversationId,
  recipients: name.toUpperCase().repeat(32) as RecipientsHash,
  pins: new Set(pins),
  until,
});
const earlier = epoch('1', [own, carol], ended);
const current = epoch('2', [own, bob], null);
const facts: ChatFacts = {
  own: new Set([own]),
  epochs: [earlier, current],
  verified: new Set(),
  binds: new Set(),
  revoked: new Map(),
  changed: null,
};
const bindingTo = ({ conversation, recipients }: Pick<Epoch, 'conversation' | 'recipients'>): Binding => ({
  conversation,
  recipients,
  device: '0'.repeat(16) as DeviceId,
  sequence: 1,
  edit: false,
  previous: '0'.repeat(32) as MessageDigest,
});
const signed = (
  pin: Pin,
  over: Partial<Extract<SignatureVerdict, { kind: 'valid' }>> = {},
): SignatureVerdict => ({
  kind: 'valid',
  pin,
  fingerprint: 'f'.repeat(40) as Fingerprint,
  time: ended - 1,
  binding: bindingTo(current),
  intendedForOthers: false,
  ...over,
});
const elsewhere = epoch('9', [own, bob], null);

const table: readonly [string, SignatureVerdict, Partial<ChatFacts>, string][] = [
  ['no signature', { kind: 'missing' }, {}, 'unsigned'],
  ['a signature by nobody known', { kind: 'unknown', issuer: 'ab' }, {}, 'unknown-signer'],
  ['an invalid signature', { kind: 'invalid' }, {}, 'bad-signature'],
  ['a member', signed(bob), {}, 'pinned'],
  ['a member whose fingerprint was compared', signed(bob), { verified: new Set([bob]) }, 'verified'],
  ['ourselves', signed(own), {}, 'verified'],
  [
    'a member who retired the certificate, before',
    signed(bob),
    { revoked: new Map([[bob, { at: ended, holdsBefore: true }]]) },
    'pinned',
  ],
  [
    'a member who retired the certificate, after',
    signed(bob, { time: ended + CLOCK_TOLERANCE + 1 }),
    { revoked: new Map([[bob, { at: ended, holdsBefore: true }]]) },
    'changed-key',
  ],
  [
    'a member whose secret key others have, whenever',
    signed(bob),
    { revoked: new Map([[bob, { at: ended, holdsBefore: false }]]) },
    'changed-key',
  ],
  [
    'an earlier member, bound to the earlier set',
    signed(carol, { binding: bindingTo(earlier) }),
    {},
    'pinned',
  ],
  ['an earlier member, bound to a set without them', signed(carol), {}, 'wrong-chat'],
  [
    'an earlier member after they were replaced',
    signed(carol, { binding: bindingTo(earlier), time: ended + CLOCK_TOLERANCE + 1 }),
    {},
    'changed-key',
  ],
  [
    'an earlier member within the tolerance of clocks',
    signed(carol, { binding: bindingTo(earlier), time: ended + CLOCK_TOLERANCE }),
    {},
    'pinned',
  ],
  ['a member, bound to another chat', signed(bob, { binding: bindingTo(elsewhere) }), {}, 'wrong-chat'],
  ['ourselves, bound to another chat', signed(own, { binding: bindingTo(elsewhere) }), {}, 'wrong-chat'],
  [
    'a member, bound to this chat but other readers',
    signed(bob, { binding: bindingTo({ ...current, recipients: elsewhere.recipients }) }),
    {},
    'wrong-chat',
  ],
  [
    'the chat of one set with the readers of another',
    signed(own, { binding: bindingTo({ ...current, recipients: earlier.recipients }) }),
    {},
    'wrong-chat',
  ],
  ['a member who never bound one, without a binding', signed(bob, { binding: null }), {}, 'pinned'],
  [
    'a member who binds, without a binding',
    signed(bob, { binding: null }),
    { binds: new Set([bob]) },
    'wrong-chat',
  ],
  ['ourselves without a binding', signed(own, { binding: null }), {}, 'wrong-chat'],
  ['a member, intended for others', signed(bob, { intendedForOthers: true }), {}, 'wrong-chat'],
  ['ourselves, intended for others', signed(own, { intendedForOthers: true }), {}, 'wrong-chat'],
  ['a contact of no standing here, unbound', signed(eve, { binding: null }), {}, 'unknown-signer'],
  ['a contact of no standing here, bound here', signed(eve), {}, 'unknown-signer'],
  [
    'a contact of no standing here, bound elsewhere',
    signed(eve, { binding: bindingTo(elsewhere) }),
    {},
    'wrong-chat',
  ],
  ['the undecided certificate', signed(eve), { changed: eve }, 'changed-key'],
  [
    'the undecided certificate, verified elsewhere',
    signed(eve),
    { changed: eve, verified: new Set([eve]) },
    'changed-key',
  ],
];

describe('judge', () => {
  it.each(table)('%s', (_, verdict, over, state) => {
    expect(judge(verdict, { ...facts, ...over })).toEqual({
      state,
      author: verdict.kind === 'valid' ? verdict.pin : null,
    });
  });
});
