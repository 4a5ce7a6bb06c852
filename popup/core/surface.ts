/** Where the app stands, and which of its views the address names. */
import { browser } from '../../src/platform/browser';

export const views = ['chat', 'contacts', 'identity', 'sites', 'settings'] as const;
export type View = (typeof views)[number];

/** `popup`: under the toolbar button. `window`: opened by the core to unlock, closes when done. `page`: a tab. */
export type Surface = 'popup' | 'window' | 'page';

export function findSurface(): Surface {
  if (browser.extension.getViews({ type: 'popup' }).includes(window)) return 'popup';
  return location.hash === '#unlock' ? 'window' : 'page';
}

export function viewOf(hash: string): View {
  return views.find((view) => hash === `#${view}`) ?? 'chat';
}

/** Opens the same app in a tab; a popup closes as soon as a file dialog or another window has the focus. */
export async function openAsPage(view: View | 'restore'): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`popup/index.html?view=full#${view}`) });
  window.close();
}
