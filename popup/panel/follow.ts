/** Which tab the panel stands beside: the one in front in its window. */
import { browser } from '../../src/platform/browser';

/**
 * Calls `onTab` with the tab's id, now and whenever another comes to the front. Opened as a page in a tab, the panel
 * follows the tab that `?tab=` in its address names: it says which tab to look at, and gives nothing that the panel
 * would not do beside it.
 */
export function followTab(onTab: (tab: number) => void): void {
  const named = Number.parseInt(new URLSearchParams(location.search).get('tab') ?? '', 10);
  if (Number.isInteger(named)) {
    onTab(named);
    return;
  }
  const look = async () => {
    const [front] = await browser.tabs.query({ active: true, currentWindow: true });
    if (front?.id !== undefined) onTab(front.id);
  };
  browser.tabs.onActivated.addListener(() => void look());
  void look();
}
