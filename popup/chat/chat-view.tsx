import { t } from '../../src/platform/i18n';
import { browser } from '../../src/platform/browser';
import type { ReplyBody } from '../../src/protocol/core';
import type { Surface } from '../core/surface';
import { useCore } from '../core/use-core';
import { Health, isUnrecognised, Unrecognised } from '../health';
import { Button } from '../parts/button';
import { Failure } from '../parts/failure';
import { ChatPanel } from './chat-panel';
import { OpenBeside } from '../panel/open-beside';
import { SiteOff } from './site-off';

/** The chat in the active tab, or what to do to get to one. */
export function ChatView({ surface }: { readonly surface: Surface }) {
  const current = useCore('chat.current');
  if (current.data === undefined) return <Failure of={current.failure} />;
  return (
    <>
      <Failure of={current.failure} />
      <CurrentChat current={current.data} surface={surface} onChanged={current.reload} />
    </>
  );
}

type Props = {
  readonly current: ReplyBody<'chat.current'>;
  readonly surface: Surface;
  readonly onChanged: () => Promise<void>;
};

function CurrentChat({ current: { site, origin, chat, health }, surface, onChanged }: Props) {
  if (chat !== null) {
    return (
      <div class="stack">
        <ChatPanel
          surface={surface}
          chat={chat}
          siteName={site?.name ?? chat.conversation.site}
          onChanged={onChanged}
        />
        {surface === 'popup' ? <OpenBeside /> : null}
        {health === null ? null : <Health health={health} />}
      </div>
    );
  }
  if (site?.on === true && isUnrecognised(health)) {
    return <Unrecognised siteName={site.name} health={health} />;
  }
  if (site?.on === true) {
    return (
      <div class="empty">
        <h2>{t('noChatTitle')}</h2>
        <p class="soft">{t('noChatText', site.name)}</p>
        {surface === 'popup' ? (
          <Button onPress={() => void browser.tabs.reload().then(() => window.close())}>
            {t('reloadPage')}
          </Button>
        ) : null}
      </div>
    );
  }
  if (origin !== null) return <SiteOff origin={origin} site={site} onChanged={onChanged} />;
  return (
    <div class="empty">
      <h2>{t('noSiteTitle')}</h2>
      <p class="soft">{t('noSiteText')}</p>
    </div>
  );
}
