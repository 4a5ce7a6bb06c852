/** Zalo in the browser. The address names no chat; little is known of the rest. */
import type { SiteFacts } from '../facts';

export const facts: SiteFacts = {
  id: 'zalo',
  name: 'Zalo',
  hosts: ['chat.zalo.me'],
  confidence: 'experimental',
  sources: ['sf:60813783328'],
  asOf: '2026',
  surfaces: [
    {
      chat: { from: 'text', of: ['#header .title', 'header .title', '.conv-item.selected .truncate'] },
      title: ['#header .title', 'header .title', '.conv-item.selected .truncate'],
      box: ['#richInput'],
      area: '#chat-input-container-id, .chat-input',
      list: ['#messageViewContainer', '#messageViewScroll'],
      send: ['div[data-translate-title="STR_SEND"]', '.send-btn'],
    },
  ],
  text: ['.msg-item .text'],
  row: ['.msg-item'],
  previews: ['.conv-item .conv-message'],
  pending: [],
  failed: [],
  seeMore: [],
  edit: null,
  editor: 'contenteditable',
  insert: ['command', 'paste'],
  enter: 'enter',
  limit: 2000,
  part: 1800,
  pace: 1500,
  newlines: false,
  drafts: 'unknown',
  upload: null,
  otherWays: [],
};
