/** TikTok's direct messages: a drawer, with no id of the chat in the address. */
import type { SiteFacts } from '../facts';

export const facts: SiteFacts = {
  id: 'tiktok',
  name: 'TikTok',
  hosts: ['www.tiktok.com'],
  confidence: 'experimental',
  sources: ['sf:68366214813', 'sf:55711352704', 'sf:70497264606', 'sf:71486867081'],
  asOf: '2026',
  surfaces: [
    {
      chat: { from: 'text', of: ['[data-e2e="chat-uniqueid"]'] },
      title: ['[data-e2e="chat-nickname"]', '[data-e2e="chat-uniqueid"]'],
      box: [
        '[data-e2e="dm-new-input-editor"] .public-DraftEditor-content[contenteditable="true"]',
        '[data-e2e="dm-new-input-editor"] [contenteditable="true"]',
        '[data-e2e="message-input-area"] [contenteditable="true"]',
      ],
      area: '[data-e2e="dm-new-input"], [data-e2e="message-input-area"]',
      list: ['[data-e2e="dm-new-message-list"]', '[data-e2e="chat-list"]'],
      send: ['[data-e2e="dm-new-send-btn"]', '[data-e2e="message-send"]'],
    },
  ],
  text: [
    '[data-e2e="dm-new-chat-item"] [data-e2e="dm-new-message-text"]',
    '[data-e2e="chat-item"] [class*="DivTextContainer"]',
  ],
  row: ['[data-e2e="dm-new-chat-item"]', '[data-e2e="chat-item"]'],
  previews: ['[data-e2e="dm-new-conversation-item"]'],
  pending: [],
  failed: ['[data-e2e="dm-warning"]'],
  seeMore: [],
  edit: null,
  editor: 'draft',
  insert: ['paste', 'beforeinput'],
  enter: 'enter',
  limit: null,
  part: 900,
  pace: 1500,
  newlines: false,
  drafts: 'unknown',
  upload: null,
  otherWays: [],
};
