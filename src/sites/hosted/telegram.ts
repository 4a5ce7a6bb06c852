/**
 * Telegram in the browser: two clients on one host, K and A, each at a path of its own. K has an input for files; A makes
 * one when it asks, and takes what is pasted into its box. Both show the file in a window with a button of its own. A
 * saves a file when it is pressed; K does so for a person's press alone, so there the person downloads it. The old text of
 * a message stands in the compose box itself while it is edited, and the button beside it says so.
 */
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
    'morethanwords/tweb src/components/popups/newMedia.tsx',
    'morethanwords/tweb src/components/wrappers/document.ts',
    'sf:58043839073',
    'Ajaxy/telegram-tt src/components/middle/composer/AttachMenu.tsx',
    'Ajaxy/telegram-tt src/components/middle/composer/AttachmentModal.tsx',
    'Ajaxy/telegram-tt src/components/middle/composer/hooks/useClipboardPaste.ts',
    'Ajaxy/telegram-tt src/components/common/File.tsx',
    'Ajaxy/telegram-tt src/util/download.ts',
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
  edit: {
    box: [
      '.chat-input:has(.btn-send.edit) .input-message-input[contenteditable="true"]:not(.input-field-input-fake)',
      '.messages-layout .Composer:has(button.main-button.edit) #editable-message-text',
    ],
    area: '.chat-input, .Composer',
    save: ['.chat-input .btn-send.edit', 'button.main-button.edit'],
    cancel: [
      '.chat-input .reply-cancel',
      '.ComposerEmbeddedMessage .embedded-cancel',
      '.Composer .embedded-cancel',
    ],
  },
  editor: 'prosemirror',
  insert: ['paste', 'command'],
  enter: 'setting',
  limit: 4096,
  part: 4000,
  pace: 1100,
  newlines: false,
  drafts: 'server',
  upload: {
    takes: 'any',
    offers: ['input', 'paste', 'menu'],
    input: ['.chat-input .new-message-wrapper input[type="file"]', '.chat-input input[type="file"]'],
    menu: [
      ['#attach-menu-button'],
      ['.AttachMenu .MenuItem:has(.icon-document)', '.MenuItem:has(.icon-document)'],
    ],
    most: 2_000_000_000,
    attachment: ['.bubble[data-mid] .document', '.Message[data-message-id] .File'],
    link: ['.File .file-icon-container'],
    confirm: [
      '.popup-new-media .popup-input-container button.btn-primary',
      '.popup-new-media button.btn-primary',
      // The round ones close, and open menus.
      '.Modal:has(#editable-message-text-modal) button.Button:not(.round)',
    ],
  },
  otherWays: [
    { kind: 'voice', control: ['.chat-input .btn-send.record', 'button.main-button.record'] },
    {
      kind: 'reaction',
      control: [
        '.btn-menu-reactions-reaction',
        '.bubble reaction-element',
        '.bubble .reactions .reaction',
        '.ReactionSelector',
        '.Message .message-reaction',
      ],
    },
  ],
};
