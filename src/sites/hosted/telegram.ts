/** Telegram in the browser: two clients on one host, K and A, each at a path of its own. */
import type { SiteFacts } from '../facts';

export const facts: SiteFacts = {
  id: 'telegram',
  name: 'Telegram',
  hosts: ['web.telegram.org'],
  confidence: 'sourced',
  sources: [
    'morethanwords/tweb src/components/chat/input.ts',
    'morethanwords/tweb src/components/inputField.ts',
    'morethanwords/tweb src/helpers/dom/clickEvent.ts',
    'Ajaxy/telegram-tt src/components/common/Composer.tsx',
    'Ajaxy/telegram-tt src/components/middle/composer/MessageInput.tsx',
    'Ajaxy/telegram-tt src/util/routing.ts',
    'sf:70182497825',
  ],
  asOf: '2026-10',
  surfaces: [
    {
      at: /^\/k\//,
      chat: { from: 'hash', patterns: [/^#(-?\d+|@\w+)/] },
      title: ['.chat.active .chat-info .peer-title', '.chat-info .peer-title'],
      // The box has a twin that is never shown, by which the client measures its height.
      box: ['.chat-input .input-message-input[contenteditable="true"]:not(.input-field-input-fake)'],
      area: '.chat-input',
      list: ['.bubbles .bubbles-inner', '.bubbles'],
      send: ['.chat-input .btn-send'],
    },
    {
      at: /^\/a\//,
      chat: { from: 'hash', patterns: [/^#(-?\d+(?:_\d+)?)/] },
      title: ['.MiddleHeader .ChatInfo .title h3', '.ChatInfo .fullName'],
      box: ['.messages-layout #editable-message-text', '#editable-message-text'],
      area: '.Composer',
      list: ['.MessageList .messages-container', '.MessageList'],
      send: ['button.Button.send.main-button', 'button.send'],
    },
  ],
  text: ['.bubble[data-mid] .message', '.Message[data-message-id] .text-content'],
  row: ['.bubble[data-mid]', '.Message[data-message-id]'],
  previews: [
    '.bubble .reply-content',
    '.chatlist .dialog-subtitle',
    '.pinned-message-content',
    '.EmbeddedMessage',
    '.ListItem .last-message',
    '.HeaderPinnedMessage',
  ],
  pending: ['.is-sending', '.icon-message-pending'],
  failed: ['.is-error', '.icon-message-failed'],
  seeMore: [],
  // The old text stands in the compose box itself while it is edited.
  edit: null,
  editor: 'prosemirror',
  insert: ['paste', 'command'],
  enter: 'setting',
  limit: 4096,
  part: 4000,
  pace: 1100,
  // Blank lines may go, and what is pasted into A is read as Markdown.
  newlines: false,
  drafts: 'server',
  upload: null,
  otherWays: [{ kind: 'voice', control: ['.chat-input .btn-send.record', 'button.main-button.record'] }],
};
