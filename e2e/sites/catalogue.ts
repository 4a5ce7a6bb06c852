/** Every test page. */
import type { SitePage } from './framework/site-page';
import { page as discord } from './pages/discord';
import { page as whatsapp } from './pages/whatsapp';

export const pages: readonly SitePage[] = [whatsapp, discord];
