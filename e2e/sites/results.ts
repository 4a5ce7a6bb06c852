/** Where a run of the suite leaves what passed. */
import path from 'node:path';
import type { BrowserName } from '../lib/driver';
import { results } from '../lib/paths';
import type { Feature } from './features';

export type SiteResult = {
  readonly page: string;
  readonly browser: BrowserName;
  readonly passed: readonly Feature[];
  /** What this site does not have, so that it could not be tried. */
  readonly absent: readonly Feature[];
};

export const resultFile = (browser: BrowserName, page: string): string =>
  path.join(results, 'sites', browser, `${page}.json`);
