/**
 * TikTok's direct messages: a drawer, with no id of the chat in the address. What sends is a drawing, not a button. Its
 * messages carry pictures and film since late 2025 and no files. A limit for one message was not found: what is said of
 * it (500, 510, 1,000 characters) is of comments and captions.
 */
import type { SiteFacts } from '../facts';

export const facts: SiteFacts = {
  id: 'tiktok',
  name: 'TikTok',
  hosts: ['www.tiktok.com'],
  confidence: 'experimental',
  sources: [
    'sf:68366214813',
    'sf:55711352704',
    'sf:70497264606',
    'sf:71486867081',
    'sf:68520322661',
    'sf:69448963031',
    'sf:56703264879',
    'sf:62669816450',
    'neowin.net: TikTok adds support for voice notes and images in DMs',
  ],
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
      area: '[data-e2e="dm-new-chat-bottom"], [data-e2e="dm-new-input"], [data-e2e="message-input-area"]',
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
  failed: ['[data-e2e="dm-warning"]', '[data-e2e="message-send-failed"]'],
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
  upload: { takes: 'pictures', offers: [], input: [], most: null, attachment: [], link: [] },
  otherWays: [],
};
