/**
 * Google Chat, in its own page and inside Gmail, where it stands in frames. It takes files; no source shows its page
 * while one is sent.
 */
import type { SiteFacts } from '../facts';

export const facts: SiteFacts = {
  id: 'google-chat',
  name: 'Google Chat',
  hosts: ['chat.google.com', 'mail.google.com'],
  confidence: 'experimental',
  sources: [
    'thomazfrancaciandt/diversity-extension background.js',
    'FlowCrypt/flowcrypt-browser issue 5569',
    'Google Chat REST reference: spaces.messages',
  ],
  asOf: '2024',
  surfaces: [
    {
      // Inside Gmail the frame's own address names no chat, so the room's element does.
      chat: { from: 'attribute', of: ['c-wiz[data-group-id]'], attribute: 'data-group-id' },
      title: ['[role="main"] h1', 'c-wiz[data-group-id] [role="heading"]'],
      box: ['c-wiz[data-group-id] div[contenteditable="true"][role="textbox"]'],
      area: '[jsname][role="group"], form',
      list: ['c-wiz[data-group-id]'],
      send: ['c-wiz[data-group-id] button[aria-label*="Send"]'],
    },
  ],
  text: ['[data-message-id] [jsname]'],
  row: ['[data-topic-id] [data-message-id]', '[data-message-id]'],
  previews: [],
  pending: [],
  failed: [],
  seeMore: [],
  edit: null,
  editor: 'contenteditable',
  insert: ['command', 'paste'],
  enter: 'enter',
  limit: 4096,
  part: 3500,
  pace: 1100,
  newlines: false,
  drafts: 'server',
  upload: 'unknown',
  otherWays: [],
};
