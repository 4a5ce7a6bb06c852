/** What content scripts are answered. Apart from what they ask: those schemas only the core parses by. */
import * as v from 'valibot';
import { chatStateOutside } from './chat-state';
import { nonce } from './shapes';

const nothing = v.strictObject({});

export const contentReplies = {
  'chat.look': chatStateOutside,
  'site.load': nothing,
  'page.load': nothing,
  'frame.place': v.strictObject({ nonce }),
  'site.health': nothing,
  'chat.arrived': nothing,
  'page.insert': nothing,
  'page.file': nothing,
} as const;
