/** Which tab the person has before them. */
import type { Platform } from '../platform';

/** The tab in front, in a window that has the focus; null while the person looks at something else. */
export async function tabInFront({ tabs, windows }: Platform): Promise<number | null> {
  const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id === undefined || tab.windowId === undefined) return null;
  // Gone by now counts as not looked at.
  const { focused } = await windows.get(tab.windowId).catch(() => ({ focused: false }));
  return focused ? tab.id : null;
}
