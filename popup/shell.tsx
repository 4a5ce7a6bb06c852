import { useEffect, useRef, useState } from 'preact/hooks';
import { t, type MessageKey } from '../src/platform/i18n';
import type { Settings } from '../src/protocol/core';
import { ask } from '../src/protocol/ask';
import type { Seal } from '../src/protocol/shapes';
import { ChatView } from './chat/chat-view';
import { ContactsView } from './contacts/contacts-view';
import { openAsPage, viewOf, views, type Surface, type View } from './core/surface';
import { useAction } from './core/use-action';
import { IdentityView } from './identity/identity-view';
import { Button } from './parts/button';
import { Failure } from './parts/failure';
import { Icon, Mark } from './parts/icon';
import { SealBadge } from './parts/seal-chooser';
import { useToast } from './parts/toast';
import { Reminder } from './recovery/reminder';
import { SettingsView } from './settings/settings-view';
import { SitesView } from './sites/sites-view';

const names = {
  chat: 'viewChat',
  contacts: 'viewContacts',
  identity: 'viewIdentity',
  sites: 'viewSites',
  settings: 'viewSettings',
} as const satisfies Record<View, MessageKey>;

type Props = {
  readonly surface: Surface;
  readonly seal: Seal | null;
  readonly settings: Settings;
  /** Just unlocked or made: the focus was in a view that is gone. */
  readonly arrived: boolean;
  readonly onVaultChanged: () => Promise<void>;
};

/** Header, tabs and the chosen view of an unlocked Sotto. */
export function Shell({ surface, seal, settings, arrived, onVaultChanged }: Props) {
  const [view, setView] = useView();
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (arrived) panel.current?.focus();
  }, []);
  return (
    <div class="shell">
      <ShellHeader surface={surface} seal={seal} view={view} onLocked={onVaultChanged} />
      <Tabs view={view} onChoose={setView} />
      <main>
        <div id="panel" ref={panel} role="tabpanel" tabIndex={-1} aria-labelledby={`tab-${view}`} key={view}>
          {/* The chat's own title stands there for the eye. */}
          <h1 class={view === 'chat' ? 'unseen' : ''}>{t(names[view])}</h1>
          {view === 'identity' ? null : <Reminder onGo={() => setView('identity')} />}
          {view === 'chat' ? <ChatView surface={surface} /> : null}
          {view === 'contacts' ? <ContactsView surface={surface} /> : null}
          {view === 'identity' ? (
            <IdentityView surface={surface} seal={seal} onSealChanged={onVaultChanged} />
          ) : null}
          {view === 'sites' ? <SitesView /> : null}
          {view === 'settings' ? <SettingsView settings={settings} onChanged={onVaultChanged} /> : null}
        </div>
      </main>
    </div>
  );
}

/** The view in the address, so that the core can open one and the page's Back works. */
function useView(): readonly [View, (view: View) => void] {
  const [view, setView] = useState(() => viewOf(location.hash));
  const toast = useToast();
  useEffect(() => {
    const onHash = () => {
      setView(viewOf(location.hash));
      toast(null);
    };
    window.addEventListener('hashchange', onHash);
    return () => window.removeEventListener('hashchange', onHash);
  }, [toast]);
  return [
    view,
    (next) => {
      location.hash = next;
    },
  ];
}

type HeaderProps = {
  readonly surface: Surface;
  readonly seal: Seal | null;
  readonly view: View;
  readonly onLocked: () => Promise<void>;
};

function ShellHeader({ surface, seal, view, onLocked }: HeaderProps) {
  const locking = useAction();
  const lock = () =>
    locking.run(async () => {
      await ask('vault.lock', {});
      await onLocked();
    });
  return (
    <header class="shell-header">
      <div class="shell-brand">
        <Mark />
        <span class="wordmark">Sotto</span>
        {seal === null ? null : <SealBadge seal={seal} />}
      </div>
      <div class="shell-actions">
        {surface === 'popup' ? (
          <button
            type="button"
            class="icon-button"
            aria-label={t('openAsPage')}
            title={t('openAsPage')}
            onClick={() => void openAsPage(view)}
          >
            <Icon name="page" />
          </button>
        ) : null}
        <Button icon="lock" busy={locking.busy} onPress={() => void lock()}>
          {t('lockNow')}
        </Button>
      </div>
      <Failure of={locking.failure} />
    </header>
  );
}

function Tabs({ view, onChoose }: { readonly view: View; readonly onChoose: (view: View) => void }) {
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const here = views.indexOf(view);
    const places: Record<string, number> = {
      ArrowRight: here + 1,
      ArrowDown: here + 1,
      ArrowLeft: here - 1,
      ArrowUp: here - 1,
      Home: 0,
      End: views.length - 1,
    };
    const place = places[event.key];
    if (place === undefined) return;
    event.preventDefault();
    const next = views.at(place % views.length) ?? view;
    onChoose(next);
    list.current?.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };
  return (
    <nav aria-label={t('viewsLabel')}>
      <div class="tabs" role="tablist" tabIndex={-1} aria-label={t('viewsLabel')} ref={list} onKeyDown={move}>
        {views.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`tab-${name}`}
            aria-selected={name === view}
            aria-controls="panel"
            tabIndex={name === view ? 0 : -1}
            onClick={() => onChoose(name)}
          >
            <Icon name={name} />
            <span>{t(names[name])}</span>
          </button>
        ))}
      </div>
    </nav>
  );
}
