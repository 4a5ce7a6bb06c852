/** Facts about hosts that Sotto knows by name. Any other host gets the generic bundle, which looks at the page itself. */

import type { ConversationKey } from '../protocol/shapes';

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
 * Whether a content script at this URL may speak for this chat: a host's own name or the id that the catalogue gives it,
 * for any chat; a product, which any host that the person switched on may run, for chats that carry this host's name.
 * One host cannot name another's chats.
 */
export function maySpeakFor(url: URL, { site, chat }: ConversationKey): boolean {
  if (products.has(site)) return chat.startsWith(`${url.host} `);
  return site === url.host || site === describeHost(url.hostname).id;
}
