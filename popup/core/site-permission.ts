/** Switching a site on and off, together with the browser's own permission for it. */
import { browser } from '../../src/platform/browser';
import { ask } from '../../src/protocol/ask';
import type { SiteView } from '../../src/protocol/core';
import { SottoError } from '../../src/protocol/errors';

/** The match pattern for a page's origin. Without the port: Firefox's patterns have none. */
export function patternFor(origin: string): string {
  if (!URL.canParse(origin)) return origin;
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

/**
 * Asks the browser for `patterns` and switches the site of `origin` on. Call it in the click itself, before any
 * await: browsers show their prompt for a person's own click only. Throws SottoError `permission_refused`.
 */
export async function switchSiteOn(origin: string, patterns: readonly string[]): Promise<SiteView> {
  const granted = await browser.permissions.request({ origins: [...patterns] });
  if (!granted) throw new SottoError('permission_refused');
  return ask('sites.set', { origin, on: true });
}

/** Switches the site off and gives the permission back. */
export async function switchSiteOff(site: SiteView): Promise<void> {
  await ask('sites.set', { origin: originOf(site), on: false });
  // Off is off: a permission that the browser keeps, as it does for one it was built with, is used by nothing.
  await browser.permissions.remove({ origins: [...site.origins] }).catch(() => false);
}

/** What names a listed site to the core: the origin in the first of its patterns. */
export function originOf(site: SiteView): string {
  const [pattern = ''] = site.origins;
  return URL.canParse(pattern) ? new URL(pattern).origin : pattern;
}
