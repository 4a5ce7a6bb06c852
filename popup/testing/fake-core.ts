/** A core of plain data behind the real protocol: requests and replies pass the same schemas as in the browser. */
import * as v from 'valibot';
import {
  coreRequests,
  type BackupView,
  type ChatState,
  type Contact,
  type IdentityView,
  type KnownSite,
  type RecoveryView,
  type ReplyBody,
  type RequestBody,
  type RequestName,
  type Settings,
  type SiteView,
  type VaultState,
} from '../../src/protocol/core';
import { requestEnvelope } from '../../src/protocol/envelope';
import { SottoError, toErrorCode } from '../../src/protocol/errors';
import type { Seal } from '../../src/protocol/shapes';
import { recoveryHandlers } from './fake-recovery';
import { chatIdentity, identityHandlers } from './fake-identities';

export type CoreState = {
  vault: VaultState;
  seal: Seal | null;
  settings: Settings;
  passphrase: string;
  /** The default one. */
  identity: IdentityView | null;
  /** The other ones. */
  others: IdentityView[];
  /** What `identity.inspect` finds, or the failure it has. */
  found: ReplyBody<'identity.inspect'> | SottoError;
  contacts: Contact[];
  hidden: Contact[];
  /** What `contacts.inspect` finds, or the failure it has. */
  inspect: ReplyBody<'contacts.inspect'> | SottoError;
  current: ReplyBody<'chat.current'>;
  sites: SiteView[];
  known: KnownSite[];
  recovery: RecoveryView;
  /** The words of the recovery code. */
  words: string[];
  /** What `backup.inspect` finds, or the failure it has. */
  backup: BackupView | SottoError;
};

export type Handlers = { readonly [N in RequestName]?: (body: RequestBody<N>) => ReplyBody<N> };

export type FakeCore = {
  readonly state: CoreState;
  /** Names of all requests so far, with their bodies. */
  readonly asked: { readonly name: string; readonly body: unknown }[];
  /** The next request of this name fails once. */
  readonly failOnce: (name: RequestName, failure: SottoError) => void;
  /** Requests of this name wait until the returned function is called. */
  readonly hold: (name: RequestName) => () => void;
  readonly answer: (message: unknown) => Promise<unknown>;
};

export function makeFakeCore(state: CoreState): FakeCore {
  const asked: { name: string; body: unknown }[] = [];
  const failures = new Map<string, SottoError>();
  const held = new Map<string, Promise<void>>();
  const handlers = makeHandlers(state);

  const reply = async (message: unknown): Promise<unknown> => {
    const { name, body } = v.parse(requestEnvelope, message);
    const entry = Reflect.get(coreRequests, name) as (typeof coreRequests)[RequestName];
    const parsed = v.parse(entry.request, body);
    asked.push({ name, body: parsed });
    await held.get(name);
    const failure = failures.get(name);
    failures.delete(name);
    if (failure !== undefined) throw failure;
    const handler = Reflect.get(handlers, name) as ((body: unknown) => unknown) | undefined;
    if (handler === undefined) throw new Error(`The fake core has no ${name}`);
    return v.parse(entry.reply, handler(parsed));
  };

  return {
    state,
    asked,
    failOnce: (name, failure) => failures.set(name, failure),
    hold: (name) => {
      const gate: { open: () => void } = { open: () => undefined };
      held.set(
        name,
        new Promise((resolve) => {
          gate.open = resolve;
        }),
      );
      return () => {
        held.delete(name);
        gate.open();
      };
    },
    answer: (message) =>
      reply(message).then(
        (body) => ({ ok: true, body }),
        (thrown: unknown) => ({ ok: false, error: toErrorCode(thrown) }),
      ),
  };
}

function makeHandlers(state: CoreState): Handlers {
  return {
    'vault.look': () => ({ state: state.vault, seal: state.seal, settings: state.settings }),
    'vault.lock': () => {
      state.vault = 'locked';
      return {};
    },
    'vault.unlock': ({ passphrase }) => {
      if (passphrase !== state.passphrase) throw new SottoError('wrong_passphrase');
      state.vault = 'unlocked';
      return {};
    },
    'identity.create': ({ name, passphrase, version, seal }) => {
      if (state.identity === null) throw new Error('The fake core needs an identity to hand out');
      state.identity = { ...state.identity, name, version };
      state.passphrase = passphrase;
      state.seal = seal;
      state.vault = 'unlocked';
      return state.identity;
    },
    ...identityHandlers(state),
    ...recoveryHandlers(state),
    'seal.set': ({ seal }) => {
      state.seal = seal;
      return {};
    },
    'settings.set': (settings) => {
      state.settings = settings;
      return {};
    },
    'contacts.list': () => state.contacts,
    'contacts.inspect': () => {
      if (state.inspect instanceof SottoError) throw state.inspect;
      return state.inspect;
    },
    'contacts.add': ({ armored }) => {
      const found =
        state.inspect instanceof SottoError
          ? undefined
          : state.inspect.find((one) => one.armored === armored);
      if (found === undefined) throw new SottoError('certificate_none');
      state.contacts.push(found.contact);
      return found.contact;
    },
    'contacts.remove': ({ contact }) => {
      state.hidden.push(...state.contacts.filter((one) => one.contact === contact));
      state.contacts = state.contacts.filter((one) => one.contact !== contact);
      return {};
    },
    'contacts.restore': ({ contact }) => {
      state.contacts.push(...state.hidden.filter((one) => one.contact === contact));
      return {};
    },
    'contacts.safety': () => ({
      digits: Array.from({ length: 12 }, (_, at) => `${10_000 + at}`),
      words: Array.from({ length: 16 }, (_, at) => `word${at}`),
    }),
    'contacts.verify': ({ contact, verified }) => {
      state.contacts = state.contacts.map((one) =>
        one.contact === contact ? { ...one, verified: verified ? one.added : null } : one,
      );
      updateChat(state, (chat) => ({
        ...chat,
        members: chat.members.map((one) => (one.contact === contact ? { ...one, verified } : one)),
      }));
      return {};
    },
    'chat.current': () => state.current,
    'chat.set': ({ on, members }) =>
      updateChat(state, (chat) => ({
        ...chat,
        mode: on ? 'on' : 'off',
        members: state.contacts
          .filter(({ contact }) => members.includes(contact))
          .map(({ contact, name, fingerprint, verified }) => ({
            contact,
            name,
            fingerprint,
            verified: verified !== null,
            problem: null,
          })),
      })),
    'chat.setIdentity': ({ identity }) =>
      updateChat(state, (chat) => ({ ...chat, identity: chatIdentity(state, identity) })),
    'chat.decideChange': ({ offered, accept }) =>
      updateChat(state, (chat) => {
        if (!chat.members.some((one) => one.offered?.pin === offered)) throw new SottoError('bad_request');
        return accept ? acceptChange(chat) : refuseChange(chat);
      }),
    'sites.list': () => state.sites,
    'sites.known': () => state.known,
    'sites.set': ({ origin, on }) => {
      const site = { site: 'chat.example.org', name: 'chat.example.org', origins: [origin], on };
      state.sites = [...state.sites.filter((one) => one.site !== site.site), site];
      state.current = { ...state.current, site };
      return site;
    },
  };
}

function updateChat(state: CoreState, change: (chat: ChatState) => ChatState): ChatState {
  if (state.current.chat === null) throw new SottoError('not_encrypted');
  const chat = change(state.current.chat);
  state.current = { ...state.current, chat };
  return chat;
}

const acceptChange = (chat: ChatState): ChatState => ({
  ...chat,
  mode: 'on',
  members: chat.members.map(({ offered, ...one }) => ({
    ...one,
    contact: offered?.pin ?? one.contact,
    fingerprint: offered?.fingerprint ?? one.fingerprint,
    verified: false,
    problem: null,
  })),
});

const refuseChange = (chat: ChatState): ChatState => ({
  ...chat,
  mode: 'on',
  members: chat.members.map(({ offered: _decided, ...one }) => ({ ...one, problem: null })),
});
