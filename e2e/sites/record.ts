/** What held on one page in one browser: kept for docs/SITES.md, and told at the end where something did not. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { BrowserName } from '../lib/driver';
import type { Feature } from './features';
import { resultFile, type SiteResult } from './results';
import type { SitePage } from './framework/site-page';

export type SiteRecord = {
  /**
   * Does the check and notes whether it held. What comes later is tried if it can hold.
   * @param isThere whether the site has such a thing at all
   */
  readonly check: (feature: Feature, isThere: boolean, act: () => Promise<void>) => Promise<void>;
  /** Keeps the results; why each failed check did comes back. */
  readonly finish: () => Promise<readonly string[]>;
};

/** Where these fail nothing else can hold, and would only wait. */
const first: readonly Feature[] = ['covers', 'short'];

const causeOf = ({ cause }: Error): string => (cause instanceof Error ? `(${cause.message})` : '');

/** @param explain what Sotto itself says, asked when a check fails; may take pictures of the pages */
export function createRecord(
  page: SitePage,
  browser: BrowserName,
  explain: (failed: Feature) => Promise<string>,
): SiteRecord {
  const passed: Feature[] = [];
  const absent: Feature[] = [];
  const failed: string[] = [];
  let hopeless = false;
  return {
    check: async (feature, isThere, act) => {
      if (!isThere) absent.push(feature);
      if (!isThere || hopeless) return;
      try {
        await act();
        passed.push(feature);
      } catch (thrown) {
        const why = thrown instanceof Error ? [thrown.message, causeOf(thrown)].join(' ') : String(thrown);
        failed.push(`${feature}: ${why}\n${await explain(feature).catch(String)}`);
        hopeless = first.includes(feature);
      }
    },
    finish: async () => {
      const file = resultFile(browser, page.id);
      const result: SiteResult = { page: page.id, browser, passed, absent };
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, JSON.stringify(result, null, 2));
      return failed;
    },
  };
}
