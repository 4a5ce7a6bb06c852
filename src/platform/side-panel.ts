/** The browser's own side panel: Chrome calls it so, Firefox a sidebar. */
import { browser } from './browser';

/** What the polyfill's types lack. */
type Panels = {
  readonly sidePanel?: { readonly open: (options: { readonly windowId: number }) => Promise<void> };
  readonly sidebarAction?: { readonly open: () => Promise<void> };
};

/**
 * Opens Sotto beside the page of this window. To be called in the click or key itself, before anything is awaited:
 * browsers open it for a person's own gesture alone.
 */
export async function openSidePanel(windowId: number): Promise<void> {
  const { sidePanel, sidebarAction } = browser as Panels;
  if (sidePanel) await sidePanel.open({ windowId });
  else await sidebarAction?.open();
}
