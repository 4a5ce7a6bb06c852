import { siteName } from './site-catalogue';
import type { Conversation } from './store/contents';

/** As a person knows it: a chat that its messenger gave no name yet goes by the site's alone. */
export function chatName({ site, title }: Conversation): string {
  return title === '' ? siteName(site) : `${title} (${siteName(site)})`;
}
