/**
 * Google Messages: the paired phone sends. Only RCS will do, since SMS is cut up and charged. It has a button to attach
 * files and draws those that it got (`mws-file-message-part`); of an input, or what it takes, nothing was found.
 */
import type { SiteFacts } from '../facts';

export const facts: SiteFacts = {
  id: 'google-messages',
  name: 'Google Messages',
  hosts: ['messages.google.com'],
  confidence: 'fair',
  sources: [
    'sf:32444825915',
    'sf:53049896707',
    'sf:56741728032',
    'sf:62469009300',
    'sf:54292702536',
    'sf:59827794225',
  ],
  asOf: '2026-10',
  surfaces: [
    {
      chat: { from: 'path', patterns: [/^\/web\/conversations\/([^/]+)/] },
      title: ['mws-conversation-container h2', '[data-e2e-header-title]'],
      box: [
        'textarea[data-e2e-message-input-box]',
        'mws-message-compose textarea',
        'mws-message-compose [contenteditable]',
      ],
      area: 'mws-message-compose',
      list: ['mws-messages-list'],
      send: ['button[data-e2e-send-text-button]', 'mws-message-compose button[aria-label^="Send"]'],
    },
  ],
  text: ['mws-message-wrapper .text-msg'],
  row: ['mws-message-wrapper'],
  previews: ['mws-conversation-list-item [data-e2e-conversation-snippet]', 'mws-conversation-snippet'],
  pending: [],
  failed: [],
  seeMore: [],
  edit: null,
  editor: 'textarea',
  insert: ['value', 'command'],
  enter: 'enter',
  limit: null,
  part: 1500,
  pace: 1500,
  newlines: false,
  drafts: 'unknown',
  upload: 'unknown',
  otherWays: [{ kind: 'reaction', control: ['mw-message-reactions-display', '[data-e2e-reaction]'] }],
};
