/** Every messenger that Sotto knows by name, as data alone: the core reads hosts and names here. */
import type { SiteFacts } from './facts';
import { facts as discord } from './hosted/discord';

/** Sites with hosts of their own: each file of `hosted/` is one, and gets a content script of its own. */
export const hosted: readonly SiteFacts[] = [discord];
/** Products that people host themselves (`products/`): one content script looks which of them stands in the page. */
export const products: readonly SiteFacts[] = [];
