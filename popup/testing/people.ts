/** Made-up people and chats for the popup's tests. */
import type { ChatState, Contact, IdentityView } from '../../src/protocol/core';
import { SottoError } from '../../src/protocol/errors';
import type { CoreState } from './fake-core';

const day = Date.UTC(2026, 10, 2);

export const alice: IdentityView = {
  identity: 'a1'.repeat(64),
  name: 'Alice Liddell',
  fingerprint: '4f1a9c30d2be77605b18c4e9a0837d5516fe2c9b',
  version: 4,
  algorithm: 'Ed25519',
  created: day,
  expires: null,
  revoked: null,
  hidden: false,
  changeable: true,
  isDefault: true,
  sites: [],
  chats: ['Bob (Demo)'],
  certificate: '-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nxjMEaQ\n-----END PGP PUBLIC KEY BLOCK-----\n',
};

/** Another identity of Alice's. */
export const work: IdentityView = {
  ...alice,
  identity: 'a2'.repeat(64),
  name: 'Alice at work',
  fingerprint: '77605b18c4e9a0837d5516fe2c9b4f1a9c30d2be',
  isDefault: false,
  chats: [],
};

export const bob: Contact = {
  contact: 'b0'.repeat(64),
  name: 'Bob Builder',
  fingerprint: 'b0b2d7c419e8a35f60417bd99c02fe1385aa46d1',
  algorithm: 'Ed25519',
  version: 4,
  created: day,
  expires: null,
  added: day,
  verified: null,
  warnings: [],
  own: alice.fingerprint,
  chats: ['Bob (Demo)'],
};

export const carol: Contact = {
  contact: 'ca'.repeat(64),
  name: 'Carol',
  fingerprint: 'ca701e5d88f2b3649a1c0d7e52b6f98340de1c75a9c3e26b1f5804d7e3b9620c',
  algorithm: 'Ed25519',
  version: 6,
  created: day,
  expires: Date.UTC(2027, 10, 2),
  added: day,
  verified: day,
  warnings: ['version_6'],
  own: alice.fingerprint,
  chats: [],
};

export const bobsChat: ChatState = {
  conversation: { site: 'demo', chat: 'bob' },
  title: 'Bob',
  mode: 'on',
  locked: false,
  hasIdentity: true,
  identity: { identity: alice.identity, name: alice.name, fingerprint: alice.fingerprint, problem: null },
  members: [
    { contact: bob.contact, name: bob.name, fingerprint: bob.fingerprint, verified: false, problem: null },
  ],
  olderContainer: false,
};

export const demoSite = {
  site: 'demo',
  name: 'Demo messenger',
  origins: ['https://demo.example.org/*'],
  on: true,
};

/** Alice, unlocked, in an encrypted chat with Bob. */
export const aliceUnlocked = (): CoreState => ({
  vault: 'unlocked',
  seal: { picture: 0, hue: 195 },
  settings: { lockAfterMinutes: 15, lockOnScreenLock: true, theme: 'system', notifications: 'none' },
  passphrase: 'violet anchor seven rivers',
  identity: alice,
  others: [],
  found: [],
  contacts: [bob, carol],
  hidden: [],
  inspect: [],
  current: { site: demoSite, origin: 'https://demo.example.org', chat: bobsChat, health: null },
  sites: [demoSite],
  known: [],
  recovery: { made: null, checked: null, saved: null, changed: false },
  words: Array.from({ length: 24 }, (_, at) => `word${at + 1}`),
  backup: new SottoError('backup_none'),
});
