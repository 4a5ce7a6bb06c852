/** Rocket.Chat: a textarea, in newer builds a contenteditable. The room's draft goes to the server when one leaves it. */
import type { SiteFacts } from '../facts';
import { productMarks } from '../product-marks';

export const facts: SiteFacts = {
  id: 'rocketchat',
  name: 'Rocket.Chat',
  hosts: [],
  product: productMarks.rocketchat,
  confidence: 'fair',
  sources: [
    'RocketChat/Rocket.Chat apps/meteor/client/views/room/composer/messageBox/hooks/useDraft.ts',
    'sf:7002895520',
    'sf:25592285',
    'sf:960161721',
  ],
  asOf: '2026-06',
  surfaces: [
    {
      chat: { from: 'path', patterns: [/^\/((?:channel|group|direct)\/[^/]+)/] },
      title: ['.rcx-room-header h1', 'main header h1', 'main header'],
      box: ['textarea[name="msg"]', '[data-qa-id="message-composer-input"]', 'footer [role="textbox"]'],
      area: 'footer',
      list: ['.messages-box'],
      send: ['[data-qa-id="message-composer-send"]', 'footer button[aria-label="Send"]'],
    },
  ],
  text: ['[data-qa-type="message-body"]'],
  row: ['[data-qa-type="message"]'],
  previews: ['.rcx-message-thread', '.rcx-sidebar-item', '.rcx-attachment__details'],
  pending: ['[data-qa-pending="true"]'],
  failed: [],
  seeMore: [],
  edit: null,
  editor: 'textarea',
  insert: ['command', 'paste'],
  enter: 'setting',
  limit: 5000,
  part: 4000,
  pace: 1000,
  newlines: true,
  drafts: 'server',
  upload: null,
  otherWays: [],
};
