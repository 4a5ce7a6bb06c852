/** Test pages that have several chats open at once, which have a spec of their own. */
import type { SitePage } from './framework/site-page';
import { channel, thread } from './pages/slack-thread';

export const panes: readonly SitePage[] = [channel, thread];
