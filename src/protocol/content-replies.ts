/** What content scripts are answered. Apart from what they ask: by those schemas the core alone parses. */
import * as v from 'valibot';
import { chatState } from './chat-state';
import { nonce } from './shapes';

const nothing = v.strictObject({});

export const contentReplies = {
  'chat.look': chatState,
  'site.load': nothing,
  'page.load': nothing,
  'frame.place': v.strictObject({ nonce }),
  'chat.arrived': nothing,
  'site.health': nothing,
  'page.insert': nothing,
  'page.file': nothing,
} as const;
