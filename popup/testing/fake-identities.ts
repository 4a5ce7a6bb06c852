/** The fake core's own identities: plain data, changed as the core would change it. */
import type { ChatState, IdentityView } from '../../src/protocol/core';
import { SottoError } from '../../src/protocol/errors';
import type { CoreState, Handlers } from './fake-core';

function allOf({ identity, others }: CoreState): IdentityView[] {
  return identity === null ? [...others] : [identity, ...others];
}

export function chatIdentity(state: CoreState, pin: string): ChatState['identity'] {
  const found = allOf(state).find(({ identity }) => identity === pin);
  if (found === undefined) throw new SottoError('bad_request');
  return { identity: found.identity, name: found.name, fingerprint: found.fingerprint, problem: null };
}

function change(state: CoreState, pin: string, over: Partial<IdentityView>): Record<string, never> {
  const changed = allOf(state).map((one) => (one.identity === pin ? { ...one, ...over } : one));
  [state.identity = null, ...state.others] = changed;
  return {};
}

export function identityHandlers(state: CoreState) {
  return {
    'identity.look': () => state.identity,
    'identity.list': () => allOf(state),
    'identity.add': ({ name, version }) => {
      const made = { ...allOf(state)[0], name, version, identity: 'a3'.repeat(64) } as IdentityView;
      state.others.push({ ...made, isDefault: false, chats: [] });
      return made;
    },
    'identity.inspect': () => {
      if (state.found instanceof SottoError) throw state.found;
      return state.found;
    },
    'identity.import': ({ fingerprints }) => {
      const made = fingerprints.map((fingerprint, at) => {
        const [one] = allOf(state);
        return { ...one, fingerprint, name: 'Imported', identity: `b${at}`.repeat(64) } as IdentityView;
      });
      state.others.push(...made.map((one) => ({ ...one, isDefault: false, chats: [] })));
      return made;
    },
    'identity.export': ({ current }) => {
      if (current !== state.passphrase) throw new SottoError('wrong_passphrase');
      return { armored: '-----BEGIN PGP PRIVATE KEY BLOCK-----' };
    },
    'identity.revocation': () => ({ armored: '-----BEGIN PGP PUBLIC KEY BLOCK-----' }),
    'identity.rename': ({ identity, name }) => change(state, identity, { name }),
    'identity.setValidity': ({ identity, expires }) => change(state, identity, { expires }),
    'identity.revoke': ({ identity, reason }) =>
      change(state, identity, { revoked: { at: Date.UTC(2026, 10, 3), reason } }),
    'identity.remove': ({ identity }) => {
      if (state.others.length === 0) throw new SottoError('identity_last');
      return change(state, identity, { hidden: true });
    },
    'identity.restore': ({ identity }) => change(state, identity, { hidden: false }),
    'identity.forget': () => {
      state.others = state.others.filter(({ hidden }) => !hidden);
      return {};
    },
    'identity.setDefault': ({ identity }) => {
      for (const one of allOf(state)) change(state, one.identity, { isDefault: one.identity === identity });
      return {};
    },
    'identity.setForSite': ({ site, identity }) => {
      for (const one of allOf(state)) {
        const sites = one.sites.filter((other) => other !== site);
        change(state, one.identity, { sites: one.identity === identity ? [...sites, site] : sites });
      }
      return {};
    },
    'vault.changePassphrase': ({ current, next }) => {
      if (current !== state.passphrase) throw new SottoError('wrong_passphrase');
      state.passphrase = next;
      return {};
    },
  } satisfies Handlers;
}
