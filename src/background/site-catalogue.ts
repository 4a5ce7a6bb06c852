/** Facts about hosts that Sotto knows by name. Any other host gets the generic bundle, which looks at the page itself. */

type KnownSite = {
  readonly id: string;
  readonly name: string;
  readonly hosts: readonly string[];
  /** File of its content script, relative to the extension's root. */
  readonly bundle: string;
};

const knownSites: readonly KnownSite[] = [];

/** Products that people host anywhere: the site's id names the product, so that two servers of it are one network. */
const products: ReadonlySet<string> = new Set(['converse', 'demo']);

const GENERIC_BUNDLE = 'sites/generic.js';

export function describeHost(hostname: string): {
  readonly id: string;
  readonly name: string;
  readonly bundle: string;
} {
  const known = knownSites.find(({ hosts }) => hosts.includes(hostname));
  return known ?? { id: hostname, name: hostname, bundle: GENERIC_BUNDLE };
}

/**
 * Whether a content script at this URL may speak for this site id: a host's own name, the id that the catalogue gives
 * it, or a product, which any host that the person switched on may run. One host cannot name another.
 */
export function maySpeakFor(url: URL, site: string): boolean {
  return site === url.host || site === describeHost(url.hostname).id || products.has(site);
}
