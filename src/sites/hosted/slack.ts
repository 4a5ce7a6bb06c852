/**
 * Slack: the channel, and a thread beside it with a box of its own. A file waits as a card in the composer and goes with
 * the send button. Where an old message is edited, only class names tell the two buttons apart.
 */
import type { SiteFacts } from '../facts';

export const facts: SiteFacts = {
  id: 'slack',
  name: 'Slack',
  hosts: ['app.slack.com'],
  confidence: 'fair',
  sources: [
    'sf:58031902690',
    'sf:57562882805',
    'sf:10757570870',
    'sf:54757427619',
    'sf:34891152612',
    'sf:66578803224',
    'sf:68382008231',
    'docs.slack.dev: limits of chat.postMessage',
  ],
  asOf: '2026-08',
  surfaces: [
    {
      within: ['.p-workspace__primary_view'],
      chat: { from: 'path', patterns: [/^\/client\/([^/]+\/[^/]+)/] },
      title: ['[data-qa="channel_name"]', '[data-qa="channel_header"]'],
      box: ['[data-qa="message_input"] .ql-editor'],
      area: '[data-qa="message_input_container"], .c-wysiwyg_container',
      list: ['.c-message_list'],
      send: ['[data-qa="texty_send_button"]'],
    },
    {
      within: ['[data-qa="threads_flexpane"]'],
      chat: { from: 'path', patterns: [/^\/client\/([^/]+\/[^/]+(?:\/thread\/[^/]+)?)/] },
      title: ['[data-qa="channel_name"]', 'h2'],
      box: ['[data-qa="message_input"] .ql-editor', '.ql-editor'],
      area: '[data-qa="message_input_container"], .c-wysiwyg_container',
      list: ['.c-message_list', '.c-virtual_list__scroll_container'],
      send: ['[data-qa="texty_send_button"]'],
    },
    {
      chat: { from: 'path', patterns: [/^\/client\/([^/]+\/[^/]+)/] },
      title: ['[data-qa="channel_name"]', '[data-qa="channel_header"]'],
      box: ['[data-qa="message_input"] .ql-editor'],
      area: '[data-qa="message_input_container"], .c-wysiwyg_container',
      list: ['.c-message_list'],
      send: ['[data-qa="texty_send_button"]'],
    },
  ],
  text: ['[data-qa="message_container"] [data-qa="message-text"]', '.c-message_kit__blocks'],
  row: ['[data-qa="message_container"]'],
  previews: ['.c-message_attachment', '[data-qa="search_result"]'],
  pending: [],
  failed: ['[data-qa="message_send_failed"]'],
  seeMore: ['[data-qa="message-text"] ~ button.c-message__show_more', 'button.c-message_kit__show_more'],
  edit: {
    box: ['[data-qa="message_editor"] .ql-editor'],
    area: '[data-qa="message_editor"]',
    save: ['[data-qa="message_editor"] button.c-button--primary'],
    cancel: ['[data-qa="message_editor"] button.c-button--outline'],
  },
  editor: 'quill',
  insert: ['command', 'paste'],
  enter: 'setting',
  limit: 12_000,
  part: 3500,
  pace: 1100,
  newlines: false,
  drafts: 'server',
  upload: {
    takes: 'any',
    offers: ['input', 'paste', 'drop'],
    input: [
      '.p-workspace__primary_view input[type="file"][data-qa="file_upload"]',
      'input[type="file"][data-qa="file_upload"]',
    ],
    most: 1_000_000_000,
    attachment: [
      '[data-qa="message_container"] [data-qa="message_file"]',
      '[data-qa="message_container"] .c-pillow_file_container',
      '[data-qa="message_container"]:has(a[href*="files.slack.com"])',
    ],
    link: ['a[href*="/download/"]', 'a[href*="files.slack.com"]'],
  },
  otherWays: [
    {
      kind: 'reaction',
      control: [
        '[data-qa="add_reaction"]',
        '[data-qa="add_reaction_action"]',
        '[data-qa="add_reaction_button"]',
        '[data-qa="reactji"]',
      ],
    },
  ],
};
