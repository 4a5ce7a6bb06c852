import { useEffect, useRef } from 'preact/hooks';
import type { VaultState } from '../src/protocol/core';
import type { Surface } from './core/surface';
import { useCore } from './core/use-core';
import { ToastPlace } from './parts/toast';
import { Shell } from './shell';
import { FirstRun } from './start/first-run';
import { Unlock } from './start/unlock';
import { Unreadable } from './start/unreadable';

/** What the vault allows: make an identity, unlock it, or everything else. */
export function App({ surface }: { readonly surface: Surface }) {
  const vault = useCore('vault.look');
  const theme = vault.data?.settings.theme ?? 'system';
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  }, [theme]);

  // A window that was opened to unlock has nothing more to do once it is unlocked, here or elsewhere.
  const before = useRef<VaultState | null>(null);
  const state = vault.data?.state ?? null;
  useEffect(() => {
    if (surface === 'window' && state === 'unlocked') window.close();
    before.current = state;
  }, [surface, state]);

  if (vault.data === undefined) return vault.failure === null ? null : <Unreadable failure={vault.failure} />;
  const { seal, settings } = vault.data;
  const body = {
    empty: () => <FirstRun surface={surface} onMade={vault.reload} />,
    locked: () => <Unlock seal={seal} onUnlocked={vault.reload} />,
    unreadable: () => <Unreadable failure={null} />,
    unlocked: () => (
      <Shell
        surface={surface}
        seal={seal}
        settings={settings}
        arrived={before.current === 'empty' || before.current === 'locked'}
        onVaultChanged={vault.reload}
      />
    ),
  }[vault.data.state];
  return <ToastPlace>{body()}</ToastPlace>;
}
