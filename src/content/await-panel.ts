/** Waits for a side panel that follows this tab: what serves it is loaded when the first one comes. */
import { browser } from '../platform/browser';
import { PANEL_PORT } from '../protocol/panel-port';
import { load } from './chunks';
import type { PanelLink, Port } from './panel-link';

/**
 * What stands between this tab and panels, once one came: null until then.
 * @param onSwitch a first panel came, or the last one went
 */
export function awaitPanel(onSwitch: () => void, signal: AbortSignal): () => PanelLink | null {
  let link: PanelLink | null = null;
  const onConnect = (port: Port) => {
    if (port.name !== PANEL_PORT) return;
    let gone = false;
    port.onDisconnect.addListener(() => {
      gone = true;
    });
    load('panel')
      .then(({ linkPanel }) => {
        link ??= linkPanel(onSwitch);
        return gone || link.welcome(port);
      })
      // The panel sees its port closed, and tries again.
      .catch(() => port.disconnect());
  };
  browser.runtime.onConnect.addListener(onConnect);
  signal.addEventListener('abort', () => browser.runtime.onConnect.removeListener(onConnect));
  return () => link;
}
