/** What the popup asks about a person's own identities. */
import type { Pin } from '../openpgp/types';
import { SottoError } from '../protocol/errors';
import type { CoreParts } from './core-parts';
import {
  contentsWith,
  defaultIdentity,
  identityNamed,
  withAdded,
  withChanged,
  withoutHidden,
} from './identities';
import { identityView } from './identity-view';
import { makeIdentity, renamed, revoked, validUntil } from './own-identities';
import type { Arrivals } from './notifications/arrivals';
import { newsFromStart } from './notifications/newness';
import type { Handlers } from './router';
import type { Contents, StoredIdentity } from './store/contents';

export function identityHandlers({ vault, autoLock, now }: CoreParts, arrivals: Arrivals) {
  /** Its certificate changes, so the people who pinned it are told before the next message. */
  const change = async (
    identity: string,
    work: (identity: StoredIdentity) => Promise<StoredIdentity>,
  ): Promise<Record<string, never>> => {
    await vault.change(async (contents) => {
      const before = identityNamed(contents, identity);
      if (before.revoked) throw new SottoError('identity_revoked', before.name);
      return [withChanged(contents, await work(before)), undefined];
    });
    return {};
  };

  const hide = async (identity: string, hidden: boolean): Promise<Record<string, never>> => {
    await vault.change(async (contents) => {
      const identities = contents.identities.map((entry) =>
        entry.pin === identity ? { ...entry, hidden } : entry,
      );
      if (!identities.some(({ pin }) => pin === identity)) throw new SottoError('bad_request');
      if (identities.every((entry) => entry.hidden)) throw new SottoError('identity_last');
      return [{ ...contents, identities }, undefined];
    });
    return {};
  };

  const settle = async (set: (contents: Contents) => Contents): Promise<Record<string, never>> => {
    await vault.change(async (contents) => [set(contents), undefined]);
    return {};
  };

  return {
    'identity.create': async ({ name, passphrase, version, seal }) => {
      // Asked first, since making a key takes a while; the vault asks again when it writes.
      if ((await vault.clear()).vault) throw new SottoError('identity_exists');
      const identity = await makeIdentity(name, version, now());
      const contents = contentsWith(identity);
      await vault.create(contents, passphrase, seal);
      await arrivals.begin(newsFromStart(now()));
      await autoLock.restart();
      return identityView(identity, contents);
    },
    'identity.look': async () => {
      const opened = await vault.peek();
      return opened && identityView(defaultIdentity(opened.contents), opened.contents);
    },
    'identity.list': async () => {
      const { contents } = await vault.open();
      return Promise.all(contents.identities.map((identity) => identityView(identity, contents)));
    },
    'identity.add': ({ name, version }) =>
      vault.change(async (contents) => {
        const identity = await makeIdentity(name, version, now());
        const next = withAdded(contents, [identity]);
        return [next, await identityView(identity, next)];
      }),
    'identity.rename': ({ identity, name }) => change(identity, (before) => renamed(before, name, now())),
    'identity.setValidity': ({ identity, expires }) =>
      change(identity, (before) => validUntil(before, expires, now())),
    'identity.revoke': ({ identity, reason }) => change(identity, (before) => revoked(before, reason, now())),
    'identity.remove': ({ identity }) => hide(identity, true),
    'identity.restore': ({ identity }) => hide(identity, false),
    'identity.forget': () => settle(withoutHidden),
    'identity.setDefault': ({ identity }) =>
      settle((contents) => ({ ...contents, defaultIdentity: identityNamed(contents, identity).pin })),
    'identity.setForSite': ({ site, identity }) =>
      settle((contents) => ({ ...contents, siteIdentities: siteIdentities(contents, site, identity) })),
  } satisfies Partial<Handlers>;
}

function siteIdentities(
  contents: Contents,
  site: string,
  identity: string | null,
): Contents['siteIdentities'] {
  const others = contents.siteIdentities.filter((entry) => entry.site !== site);
  if (identity === null) return others;
  const pin: Pin = identityNamed(contents, identity).pin;
  return [...others, { site, identity: pin }];
}
