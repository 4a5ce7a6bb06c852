/** Facts about hosts that Sotto knows by name. Any other host gets the generic bundle, which looks at the page itself. */

import type { KnownSite } from '../protocol/core';
import type { ConversationKey } from '../protocol/shapes';
import { hosted, products } from '../sites/catalogue';

/** A product's id names it on every host, so that two servers of it are one network. The demo is none to tell people of. */
const productIds: ReadonlySet<string> = new Set(['demo', ...products.map(({ id }) => id)]);

const GENERIC_BUNDLE = 'sites/generic.js';

/**
 * `web.whatsapp.com.localhost` counts as `web.whatsapp.com`: it is this machine by RFC 6761 section 6.3, and how a page
 * built after a site is tried with that site's own script.
 */
export function describeHost(hostname: string): {
  readonly id: string;
  readonly name: string;
  /** File of its content script, relative to the extension's root. */
  readonly bundle: string;
} {
  const host = hostname.replace(/\.localhost$/, '');
  const known = hosted.find(({ hosts }) => hosts.some((pattern) => isHostOf(host, pattern)));
  return known
    ? { id: known.id, name: known.name, bundle: `sites/${known.id}.js` }
    : { id: hostname, name: hostname, bundle: GENERIC_BUNDLE };
}

export function knownSites(): KnownSite[] {
  return [...hosted, ...products].map(({ id, name, hosts, confidence }) => ({
    site: id,
    name,
    hosts: [...hosts],
    experimental: confidence === 'experimental',
  }));
}

/** What people call the site that a chat names; a host that is in no catalogue is called by its address. */
export function siteName(site: string): string {
  return [...hosted, ...products].find(({ id }) => id === site)?.name ?? site;
}

/** The content script of a product, relative to the extension's root; null for what is none. */
export function productBundle(id: string): string | null {
  return productIds.has(id) ? `sites/${id}.js` : null;
}

/** @param pattern a host, or `*.` and a host for one label or more before it */
function isHostOf(host: string, pattern: string): boolean {
  return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern;
}

/**
 * Whether a content script at this URL may speak for this chat: a host's own name or the id that the catalogue gives it,
 * for any chat; a product, which any host that the person switched on may run, for chats that carry this host's name.
 * One host cannot name another's chats.
 */
export function maySpeakFor(url: URL, { site, chat }: ConversationKey): boolean {
  if (productIds.has(site)) return chat.startsWith(`${url.host} `);
  return site === url.host || site === describeHost(url.hostname).id;
}

/** The site's own id in Sotto; `generic` for any other, so that a report names nobody's server. */
export function knownSite(url: URL, site: string): string {
  if (productIds.has(site)) return site;
  const { id } = describeHost(url.hostname);
  return id === url.hostname ? 'generic' : id;
}
