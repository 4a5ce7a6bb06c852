import { describe, expect, it } from 'vitest';
import type { CertificateBinary, CertificateSummary, Fingerprint, Pin } from '../openpgp/types';
import { replacedBy, standingOf, type Introduction } from './introduction';
import { conversationAt } from './conversations';
import type { Contents, Conversation } from './store/contents';

const [own, bob, carol, eve, mallory] = ['a', 'b', 'c', 'e', 'f'].map((digit) => digit.repeat(128)) as [
  Pin,
  Pin,
  Pin,
  Pin,
  Pin,
];
const OURS = '1'.repeat(32);

const summary = (pin: Pin): CertificateSummary & { warnings: [] } => ({
  certificate: new Uint8Array([1]) as unknown as CertificateBinary,
  fingerprint: pin.slice(0, 40) as Fingerprint,
  pin,
  name: 'Bob',
  version: 4,
  algorithm: 'Ed25519',
  created: 0,
  expires: null,
  readsSeipd2: true,
  warnings: [],
});
const invites = (pin: Pin): Introduction => ({
  kind: 'invitation',
  invitation: '2'.repeat(32),
  summary: summary(pin),
});
const answers = (pin: Pin, invitation = OURS): Introduction => ({
  kind: 'acceptance',
  invitation,
  summary: summary(pin),
});
const chat = (over: Partial<Conversation>): Conversation => ({
  ...conversationAt({ conversations: [] } as unknown as Contents, { site: 'chat.example', chat: 'room' }),
  ...over,
});
const invited = (answeredBy: Pin | null) => ({ invitation: { id: OURS, at: 0, answeredBy } });
const offered = (pin: Pin, previous: Pin) => ({ ...summary(pin), previous });

const table: readonly [string, Introduction, Partial<Conversation>, string][] = [
  ['our own invitation', invites(own), {}, 'own'],
  ['our own answer', answers(own), { members: [bob], ...invited(bob) }, 'own'],
  // With nobody here yet
  ['an invitation', invites(bob), {}, 'decide'],
  ['an invitation, while ours is out', invites(bob), invited(null), 'decide'],
  ['the first answer to our invitation', answers(bob), invited(null), 'answers'],
  ['an answer to an invitation of another', answers(bob, '3'.repeat(32)), invited(null), 'decide'],
  ['an answer where we never invited', answers(bob), {}, 'decide'],
  ['an answer to an invitation that was answered', answers(eve), invited(bob), 'decide'],
  ['what was declined', invites(bob), { declined: [bob] }, 'declined'],
  ['what was declined and answers', answers(bob), { declined: [bob], ...invited(null) }, 'declined'],
  // With one other person
  ['their answer again', answers(bob), { members: [bob], ...invited(bob) }, 'accepted'],
  ['their invitation again', invites(bob), { members: [bob], ...invited(bob) }, 'joined'],
  ['a second answer', answers(eve), { members: [bob], ...invited(bob) }, 'changed'],
  [
    'an answer, the one here not having answered',
    answers(eve),
    { members: [bob], ...invited(null) },
    'changed',
  ],
  ['another invitation', invites(eve), { members: [bob] }, 'changed'],
  [
    'another, while one is undecided',
    invites(carol),
    { members: [bob], changed: offered(eve, bob) },
    'changed',
  ],
  ['the undecided one', invites(eve), { members: [bob], changed: offered(eve, bob) }, 'changed'],
  ['another that was declined', answers(eve), { members: [bob], declined: [eve] }, 'declined'],
  [
    'one replaced before',
    answers(eve),
    { members: [bob], epochs: [{ identity: own, members: [eve], until: 1 }] },
    'joined',
  ],
  // In a group
  ['a newcomer', invites(eve), { members: [bob, carol] }, 'decide'],
  ['a newcomer who answers', answers(eve), { members: [bob, carol], ...invited(null) }, 'decide'],
  ['a second newcomer who answers', answers(eve), { members: [bob, carol], ...invited(bob) }, 'decide'],
  [
    'what is undecided since before',
    invites(eve),
    { members: [bob, carol], changed: offered(eve, bob) },
    'changed',
  ],
  [
    'a newcomer, while one is undecided',
    invites(mallory),
    { members: [bob, carol], changed: offered(eve, bob) },
    'decide',
  ],
];

describe('standingOf', () => {
  it.each(table)('%s', (_, introduction, over, standing) => {
    expect(standingOf(introduction, chat(over), new Set([own]))).toBe(standing);
  });
});

describe('what an accepted certificate replaces', () => {
  const replaced = (introduction: Introduction, over: Partial<Conversation>) => {
    const at = chat(over);
    return replacedBy(standingOf(introduction, at, new Set([own])), at, introduction);
  };
  it('is the one other person, the one that it was offered for, or nobody', () => {
    expect(replaced(answers(eve), { members: [bob], ...invited(bob) })).toBe(bob);
    expect(replaced(invites(eve), { members: [carol, bob], changed: offered(eve, bob) })).toBe(bob);
    expect(replaced(invites(eve), { members: [bob, carol] })).toBeNull();
    expect(replaced(invites(eve), {})).toBeNull();
  });
});
