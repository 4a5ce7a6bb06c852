/** What the popup asks about the vault as a whole, and the settings. */
import { SottoError } from '../protocol/errors';
import { withoutRemovedContacts } from './conversations';
import type { CoreParts } from './core-parts';
import { withoutHidden } from './identities';
import type { Arrivals } from './notifications/arrivals';
import { newsFromUnlock } from './notifications/newness';
import type { Notifications } from './notifications/notifications';
import type { Handlers } from './router';
import { emptyClearRecord } from './store/clear-record';

export function vaultHandlers(
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
    'vault.changePassphrase': async ({ current, next }) => {
      await vault.changePassphrase(current, next);
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

  /** What was removed before the vault was locked is gone for good; until this is stored it stays hidden. */
  async function forgetRemoved(): Promise<void> {
    try {
      await vault.change(async (contents) => [
        withoutRemovedContacts(withoutHidden(contents), now()),
        undefined,
      ]);
    } catch (error) {
      if (!(error instanceof SottoError)) throw error;
    }
  }
}
