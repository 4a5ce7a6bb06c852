/** Files that a page of Sotto's saves. */
import type { Page } from '../lib/driver';

/** What the page saves from now on is kept for the test as well. */
export async function watchSaved(popup: Page): Promise<() => Promise<string>> {
  await popup.evaluate(() => {
    const makeUrl = URL.createObjectURL.bind(URL);
    const keep = async (blob: Blob) => {
      document.documentElement.dataset['saved'] = await blob.text();
    };
    URL.createObjectURL = (blob: Blob) => {
      void keep(blob);
      return makeUrl(blob);
    };
  }, undefined);
  const saved = () => document.documentElement.dataset['saved'];
  return () => popup.waitForResult('a file to be saved', saved, undefined, 60_000);
}
