/** What the popup asks about the vault, the identity in it, and the settings. */
import { armorCertificate } from '../openpgp/armor';
import { toHex } from '../openpgp/bytes';
import { inspectCertificates } from '../openpgp/certificate';
import { generateIdentity } from '../openpgp/identity';
import type { DeviceId } from '../openpgp/types';
import type { IdentityView } from '../protocol/core';
import { SottoError } from '../protocol/errors';
import { randomBytes } from './bytes';
import { withMembers, pickSummary } from './conversations';
import type { CoreParts } from './core-parts';
import { contentsWith, defaultIdentity } from './identities';
import type { Arrivals } from './notifications/arrivals';
import type { Notifications } from './notifications/notifications';
import { newsFromStart, newsFromUnlock } from './notifications/newness';
import type { Handlers } from './router';
import { emptyClearRecord } from './store/clear-record';
import type { Contents, StoredIdentity } from './store/contents';

export function identityHandlers(
  { vault, autoLock, now }: CoreParts,
  arrivals: Arrivals,
  notifications: Notifications,
) {
  return {
    'vault.look': async () => {
      const state = await vault.state();
      if (state === 'unreadable') return { state, seal: null, settings: emptyClearRecord().settings };
      const { vault: stored, settings } = await vault.clear();
      return { state, seal: stored?.seal ?? null, settings };
    },
    'identity.create': async ({ name, passphrase, version, seal }) => {
      // Asked first, since making a key takes a while; the vault asks again when it writes.
      if ((await vault.clear()).vault) throw new SottoError('identity_exists');
      const identity = await makeIdentity(name, version, now());
      await vault.create(contentsWith(identity), passphrase, seal);
      await arrivals.begin(newsFromStart(now()));
      await autoLock.restart();
      return identityView(identity);
    },
    'identity.look': async () => {
      const opened = await vault.peek();
      return opened ? identityView(defaultIdentity(opened.contents)) : null;
    },
    'seal.set': async ({ seal }) => {
      await vault.changeClear((record) => {
        if (!record.vault) throw new SottoError('no_identity');
        return { ...record, vault: { ...record.vault, seal } };
      });
      return {};
    },
    'vault.unlock': async ({ passphrase }) => {
      await vault.unlock(passphrase);
      await arrivals.begin(newsFromUnlock(now()));
      await autoLock.restart();
      await forgetRemoved();
      return {};
    },
    'vault.lock': async () => {
      await vault.lock();
      return {};
    },
    'settings.set': async (settings) => {
      const before = (await vault.clear()).settings.notifications;
      await vault.changeClear((record) => ({ ...record, settings }));
      // What stands may say more than the person wants by now.
      if (settings.notifications !== before) await notifications.clearAll();
      await autoLock.restart();
      return {};
    },
  } satisfies Partial<Handlers>;

  /** Contacts removed before the vault was locked are gone for good; until this is stored they stay hidden. */
  async function forgetRemoved(): Promise<void> {
    try {
      await vault.change(async (contents) => [withoutRemoved(contents, now()), undefined]);
    } catch (error) {
      if (!(error instanceof SottoError)) throw error;
    }
  }
}

async function makeIdentity(name: string, version: 4 | 6, now: number): Promise<StoredIdentity> {
  const made = await generateIdentity({ name, version, now });
  const [summary] = await inspectCertificates(made.certificate, now);
  if (!summary) throw new SottoError('unexpected');
  const { secretKey, revocation } = made;
  return {
    ...pickSummary(summary),
    secretKey,
    revocation,
    device: toHex(randomBytes(8)) as DeviceId,
    revoked: null,
    hidden: false,
  };
}

function identityView({
  name,
  fingerprint,
  version,
  algorithm,
  created,
  certificate,
}: StoredIdentity): IdentityView {
  return { name, fingerprint, version, algorithm, created, certificate: armorCertificate(certificate) };
}

function withoutRemoved(contents: Contents, now: number): Contents {
  const removed = new Set(contents.contacts.filter(({ hidden }) => hidden).map(({ pin }) => pin));
  if (removed.size === 0) return contents;
  return {
    ...contents,
    contacts: contents.contacts.filter(({ pin }) => !removed.has(pin)),
    conversations: contents.conversations.map((conversation) =>
      withMembers(
        conversation,
        conversation.members.filter((pin) => !removed.has(pin)),
        now,
      ),
    ),
  };
}
