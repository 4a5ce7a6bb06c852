/**
 * Converse.js (XMPP). Chats that are not shown stay in the document, hidden; npm's version 14 has a textarea. A file goes
 * at once. An old message is edited in the compose box, which is marked for as long.
 */
import type { SiteFacts } from '../facts';
import { productMarks } from '../product-marks';

export const facts: SiteFacts = {
  id: 'converse',
  name: 'Converse.js',
  hosts: [],
  product: productMarks.converse,
  confidence: 'sourced',
  sources: [
    'conversejs/converse.js src/plugins/chatview/templates',
    'conversejs/converse.js src/shared/chat/templates/message.js',
    'conversejs/converse.js src/shared/chat/message-actions.js',
  ],
  asOf: '2026-08',
  surfaces: [
    {
      within: ['converse-chat .box-flyout', 'converse-muc .box-flyout'],
      chat: {
        from: 'attribute',
        of: ['converse-chat-heading[jid]', 'converse-muc-heading[jid]'],
        attribute: 'jid',
      },
      title: ['.chatbox-title__text'],
      box: [
        'converse-message-form .chat-textarea[role="textbox"]',
        'converse-message-form textarea.chat-textarea',
        'converse-muc-message-form textarea.chat-textarea',
      ],
      area: '.bottom-panel, .chat-bottom-panel',
      list: ['converse-chat-content', 'converse-muc-chatarea'],
      send: ['button.send-button'],
    },
  ],
  text: ['.chat-msg__text'],
  row: ['.chat-msg'],
  previews: [],
  pending: [],
  failed: ['.chat-msg--error', '.chat-msg--failed'],
  seeMore: [],
  edit: {
    box: ['.chat-textarea.correcting'],
    area: '.bottom-panel, .chat-bottom-panel',
    save: ['button.send-button'],
  },
  editor: 'lexical',
  insert: ['beforeinput', 'paste'],
  enter: 'enter',
  limit: null,
  part: 400_000,
  pace: 300,
  newlines: false,
  drafts: 'local',
  upload: {
    offers: ['input', 'drop'],
    input: ['.bottom-panel input[type="file"].fileupload', 'input[type="file"].fileupload'],
    takes: 'any',
    most: null,
    attachment: [],
    link: [],
  },
  otherWays: [],
};
