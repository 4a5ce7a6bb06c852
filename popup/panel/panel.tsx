/** The side panel: the chat of the tab beside it, or the one step that leads to it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { browser } from '../../src/platform/browser';
import { t } from '../../src/platform/i18n';
import { ask } from '../../src/protocol/ask';
import type { PanelChat } from '../../src/protocol/panel';
import { SiteOff } from '../chat/site-off';
import { useCore } from '../core/use-core';
import { isUnrecognised, Unrecognised } from '../health';
import { Button } from '../parts/button';
import { Mark } from '../parts/icon';
import { SealBadge } from '../parts/seal-chooser';
import { followTab } from './follow';
import { linkTab, type Found, type PageList, type TabLink, type TabLook } from './link';
import { stageChat, type Stage } from './stage';

export function Panel() {
  const vault = useCore('vault.look');
  const theme = vault.data?.settings.theme ?? 'system';
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  const { found, link, onList } = useTab();
  const chat = found?.kind === 'chat' ? found.chat : null;
  const seal = vault.data?.seal ?? null;
  return (
    <>
      <header class="panel-header">
        <Mark />
        <div class="panel-title">
          <h1>{chat ? chat.title || t('chatUntitled') : 'Sotto'}</h1>
          {found?.look.site ? <p class="small soft">{found.look.site.name}</p> : null}
        </div>
        {seal === null ? null : <SealBadge seal={seal} />}
      </header>
      {found === null || !link ? null : chat ? (
        <Chat
          key={`${chat.conversation.site} ${chat.conversation.chat}`}
          chat={chat}
          link={link}
          onList={onList}
        />
      ) : (
        <main class="panel-main">
          <NoChat look={found.look} />
        </main>
      )}
    </>
  );
}

type Listener = { current: ((items: PageList) => void) | null };

/** Follows the tab in front, and what is open in it. */
function useTab() {
  const [found, setFound] = useState<Found | null>(null);
  const [link, setLink] = useState<TabLink | null>(null);
  const onList: Listener = useRef<((items: PageList) => void) | null>(null);
  useEffect(() => {
    let current: TabLink | null = null;
    let shown: number | null = null;
    followTab((tab) => {
      if (tab === shown) return;
      shown = tab;
      current?.end();
      setFound(null);
      current = linkTab(tab, {
        onFound: (next) => setFound((before) => (isSameFound(before, next) ? before : next)),
        onList: (items) => onList.current?.(items),
      });
      setLink(current);
    });
  }, []);
  return { found, link, onList };
}

/** A chat that is looked up again is drawn anew only if something about it changed. */
function isSameFound(before: Found | null, next: Found): boolean {
  return JSON.stringify(before) === JSON.stringify(next);
}

function Chat({
  chat,
  link,
  onList,
}: {
  readonly chat: PanelChat;
  readonly link: TabLink;
  readonly onList: Listener;
}) {
  const rows = useRef<HTMLDivElement>(null);
  const footer = useRef<HTMLElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const [count, setCount] = useState(0);
  const [encrypted, setEncrypted] = useState<boolean | null>(null);
  useEffect(() => {
    if (!rows.current || !footer.current || !box.current) return undefined;
    const stage: Stage = stageChat({
      parts: { rows: rows.current, footer: footer.current, box: box.current },
      chat,
      send: (parts, progress) => link.send(chat.conversation, parts, progress),
      copied: link.copied,
      need: link.need,
      onState: setEncrypted,
      onCount: setCount,
    });
    onList.current = stage.list;
    // What the page listed before there was a stage.
    link.need([]);
    return () => {
      onList.current = null;
      stage.remove();
    };
  }, [chat, link]);
  return (
    <>
      <main
        class={encrypted === false ? 'panel-list with-pill' : 'panel-list'}
        aria-label={t('panelMessages')}
      >
        <div class="panel-top">
          {count === 0 ? (
            encrypted === false ? null : (
              <p class="soft">{t('panelNoMessages')}</p>
            )
          ) : (
            <Button kind="quiet" onPress={link.earlier}>
              {t('panelEarlier')}
            </Button>
          )}
        </div>
        <div ref={rows} class="panel-rows" />
      </main>
      <footer ref={footer} class="panel-footer">
        {/* Stands under the composer, which takes its size and colours from it. */}
        <div ref={box} class="panel-box">
          {encrypted === false ? <p class="small soft">{t('panelOff')}</p> : null}
        </div>
      </footer>
    </>
  );
}

function NoChat({ look: { site, origin, health } }: { readonly look: TabLook }) {
  if (site?.on === true && isUnrecognised(health)) {
    return <Unrecognised siteName={site.name} health={health} />;
  }
  if (site?.on === true) {
    return (
      <div class="empty">
        <h2>{t('noChatTitle')}</h2>
        <p class="soft">{t('panelNoChat', site.name)}</p>
        <Button onPress={() => void ask('window.open', { view: 'sites' })}>{t('panelSites')}</Button>
      </div>
    );
  }
  if (origin !== null) return <SiteOff origin={origin} site={site} onChanged={async () => undefined} />;
  return (
    <div class="empty">
      <h2>{t('noSiteTitle')}</h2>
      <p class="soft">{t('panelNoSite')}</p>
      <Button kind="main" onPress={() => void openPopup()}>
        {t('panelOpenPopup')}
      </Button>
    </div>
  );
}

/** The popup over the page is where the browser tells which page it is. */
async function openPopup(): Promise<void> {
  try {
    await browser.action.openPopup();
  } catch {
    await ask('window.open', { view: 'sites' });
  }
}
