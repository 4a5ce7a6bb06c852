/** The side panel's page in a tab, following the tab of a messenger. */
import type { Page, Person } from '../lib/driver';

export async function openPanel(
  person: Person,
  follows: string,
  size: { readonly width: number; readonly height: number },
): Promise<Page> {
  const popup = await person.openPopup();
  const pattern = `${new URL(follows).protocol}//${new URL(follows).hostname}/*`;
  const tab = await popup.evaluate(async (url) => (await chrome.tabs.query({ url }))[0]?.id, pattern);
  await popup.close();
  if (tab === undefined) throw new Error(`No tab at ${pattern}`);
  const panel = await person.openPopup(`popup/panel.html?tab=${tab}`);
  await panel.resize(size.width, size.height);
  return panel;
}

/** What runs in the extension's own page. */
declare const chrome: {
  readonly tabs: { query(query: object): Promise<{ readonly id?: number }[]> };
};
