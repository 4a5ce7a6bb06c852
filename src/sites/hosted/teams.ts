/**
 * Microsoft Teams, at its three hosts. A file is put into the person's OneDrive and waits as a card above the box; who
 * presses it in the list comes to OneDrive in a tab of its own, so the person downloads it there. An old message is edited
 * in a box of its own in the list, with the buttons that a new message has.
 */
import type { SiteFacts } from '../facts';

export const facts: SiteFacts = {
  id: 'teams',
  name: 'Microsoft Teams',
  hosts: ['teams.microsoft.com', 'teams.cloud.microsoft', 'teams.live.com'],
  confidence: 'fair',
  sources: [
    'sf:217178883',
    'sf:70941977612',
    'sf:71523033445',
    'sf:70101718908',
    'sf:71546449775',
    'sf:69443409476',
  ],
  asOf: '2026-10',
  surfaces: [
    {
      // The address holds the chat only in part and not always: the open chat's header has its name.
      chat: { from: 'text', of: ['[data-tid="chat-title"]', '[data-tid="chat-header-title"]', 'h1, h2'] },
      title: ['[data-tid="chat-title"]', '[data-tid="chat-header-title"]', 'h1, h2'],
      box: [
        '[data-tid="ckeditor"][contenteditable="true"]',
        '[data-tid="ckeditor"] [contenteditable="true"]',
      ],
      area: '[data-tid="chat-pane-compose-message-footer"], [data-tid="message-pane-footer"]',
      list: ['[data-tid="message-pane-list-viewport"]', '[data-tid="message-pane-list-runway"]'],
      send: ['[data-tid="sendMessageCommands-send"]', '[data-tid="newMessageCommands-send"]'],
    },
  ],
  text: ['[data-tid="chat-pane-message"] [id^="content-"]', '[data-tid="messageBodyContent"]'],
  row: ['[data-tid="chat-pane-item"]', '[data-tid="chat-pane-message"]'],
  previews: ['[data-tid="quoted-reply-card"]', '[data-tid="chat-list-item"]'],
  pending: [],
  failed: [],
  seeMore: [],
  edit: {
    box: ['[data-tid="chat-pane-item"] [data-tid="ckeditor"][contenteditable="true"]'],
    save: ['[data-tid="newMessageCommands-send"]'],
    cancel: ['[data-tid="newMessageCommands-discard-draft"]'],
  },
  editor: 'ckeditor',
  insert: ['paste', 'command'],
  enter: 'enter',
  limit: 14_000,
  part: 3500,
  pace: 1100,
  newlines: false,
  drafts: 'unknown',
  upload: {
    takes: 'any',
    offers: ['menu', 'paste', 'drop'],
    input: [],
    // In chats of private accounts the first press asks for a file at once.
    menu: [['[data-tid$="Commands-FilePicker"]']],
    most: null,
    attachment: ['[data-tid="chat-pane-item"]:has([data-tid^="file-chiclet-"])'],
    link: [],
  },
  otherWays: [
    {
      kind: 'reaction',
      control: [
        '[data-tid="message-actions-like"]',
        '[data-tid="message-actions-heart"]',
        '[data-tid="message-actions-laugh"]',
        '[data-tid="message-actions-surprised"]',
        '[data-tid="expanded-reactions-picker-entry"]',
        '[data-tid="diverse-reaction-pill-button"]',
        '[data-tid="add-reaction-picker-entry-point-button"]',
      ],
    },
  ],
};
