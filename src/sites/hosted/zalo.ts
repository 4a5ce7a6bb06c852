/**
 * Zalo in the browser. The address names no chat, and the list of chats that knows its id draws those on the screen alone:
 * the title is what stays. It hears neither an Enter nor a paste that a script made; its send button shows once there is
 * text. A file is chosen from a menu and goes at once, without a word more.
 */
import type { SiteFacts } from '../facts';

export const facts: SiteFacts = {
  id: 'zalo',
  name: 'Zalo',
  hosts: ['chat.zalo.me'],
  confidence: 'fair',
  sources: ['sf:60813783328', 'sf:71219228111', 'sf:71280244083', 'sf:68688187960', 'sf:69060423559'],
  asOf: '2026-10',
  surfaces: [
    {
      chat: { from: 'text', of: ['#header .title', 'header .title', '.conv-item.selected .truncate'] },
      title: ['#header .title', 'header .title', '.conv-item.selected .truncate'],
      box: ['#richInput'],
      area: '#chat-input-container-id, .chat-input',
      list: ['#messageViewContainer', '#messageViewScroll'],
      send: [
        '[icon="Sent-msg_24_Line"]',
        '#chat-input-container-id .send-msg-btn',
        'div[data-translate-title="STR_SEND"]',
        '.send-btn',
      ],
    },
  ],
  text: ['.chat-message [data-id$="Msg_Text"]', '.msg-item .text'],
  row: ['.chat-message', '.msg-item'],
  previews: ['.conv-item .conv-message', '[data-id="div_TabMsg_ThrdChItem"]'],
  pending: [],
  failed: [],
  seeMore: [],
  edit: null,
  editor: 'contenteditable',
  insert: ['command'],
  enter: 'none',
  limit: 2000,
  part: 1800,
  pace: 1500,
  newlines: false,
  drafts: 'unknown',
  upload: {
    takes: 'any',
    offers: ['input', 'menu'],
    input: ['#chat-box-bar-id input[type="file"]:not([accept])'],
    menu: [
      ['[icon="Attach_24_Line"]', '[data-translate-title="STR_SEND_FILE"]'],
      ['[data-id="div_CX_Select"]'],
    ],
    most: 1_000_000_000,
    attachment: ['.file-message__container'],
    link: ['a.file-message__actions.download'],
  },
  otherWays: [
    { kind: 'poll', control: ['[data-id="div_MoreMenu_Poll"]'] },
    { kind: 'reaction', control: ['[data-id$="Msg_React"]', '[data-id$="Msg_ReactList"]'] },
  ],
};
