/**
 * WhatsApp in the browser. The address names no chat: the header's title is all there is. Its inputs for files stand in
 * the page while the menu beside the box is open, and in some builds not even then; one takes anything, the others make
 * stickers and pictures of it. What was chosen waits in a preview with a button of its own. A document is loaded and
 * decrypted when it is pressed.
 */
import type { SiteFacts } from '../facts';

export const facts: SiteFacts = {
  id: 'whatsapp',
  name: 'WhatsApp',
  hosts: ['web.whatsapp.com'],
  confidence: 'sourced',
  sources: [
    'sf:69605960901',
    'sf:71503442991',
    'sf:55694848036',
    'sf:67301899107',
    'sf:66903640431',
    'sf:71271564625',
    'sf:57470348440',
    'sf:54153358075',
    'sf:70486324060',
    'sf:57090492080',
    'sf:1436437095',
  ],
  asOf: '2026-10',
  surfaces: [
    {
      chat: {
        from: 'text',
        of: ['[data-testid="conversation-info-header-chat-title"]', '#main header span[title]'],
      },
      title: ['[data-testid="conversation-info-header-chat-title"]', '#main header span[title]'],
      box: [
        '[data-testid="conversation-compose-box-input"]',
        '#main footer div[contenteditable="true"][role="textbox"]',
        '#main footer [data-lexical-editor="true"]',
      ],
      area: 'footer',
      list: ['[data-testid="conversation-panel-messages"]', '#main [role="application"]'],
      send: [
        '[data-testid="compose-btn-send"]',
        '#main footer button:has(span[data-icon="wds-ic-send-filled"])',
        '#main footer button:has(span[data-icon="send"])',
      ],
    },
  ],
  text: [
    '.copyable-text[data-pre-plain-text] [data-testid="selectable-text"]',
    '.copyable-text[data-pre-plain-text] span.selectable-text',
  ],
  row: ['[role="row"]'],
  previews: ['[data-testid="quoted-message"]', '#pane-side [role="row"] span[dir]'],
  pending: ['span[data-icon="msg-time"]'],
  failed: ['span[data-icon="error"]'],
  seeMore: ['[data-testid="read-more"]', '.read-more-button'],
  edit: { box: ['[role="dialog"] div[contenteditable="true"][role="textbox"]'], save: [] },
  editor: 'lexical',
  insert: ['beforeinput', 'paste'],
  enter: 'enter',
  limit: 65_536,
  // Longer ones are folded, and what is folded is not in the page.
  part: 3000,
  pace: 1100,
  newlines: false,
  drafts: 'unknown',
  upload: {
    takes: 'any',
    offers: ['input', 'menu', 'paste', 'drop'],
    input: ['input[type="file"][accept="*"]', 'input[type="file"][accept="*/*"]'],
    menu: [
      [
        '#main footer button:has(span[data-icon="plus-rounded"])',
        '#main footer [role="button"]:has(span[data-icon="plus-rounded"])',
        '[data-testid="clip"]',
      ],
      [
        '[data-testid="mi-attach-document"]',
        'li:has(span[data-icon="attach-document"])',
        '[role="menuitem"]:has(span[data-icon="attach-document"])',
      ],
    ],
    most: 2_000_000_000,
    attachment: [
      '[role="row"]:has([data-testid="document-thumb"])',
      '[role="row"]:has(span[data-icon*="document"])',
      '[role="row"]:has(span[data-icon="audio-download"])',
    ],
    link: [
      '[role="button"]:has([data-testid="document-thumb"])',
      '[role="button"]:has(span[data-icon*="document"])',
      'span[data-icon="audio-download"]',
    ],
    // Beside it stands the button that sends messages, in the footer and a real button.
    confirm: [
      'div[role="button"]:not(footer *):has(span[data-icon="wds-ic-send-filled"])',
      'div[role="button"]:not(footer *):has(span[data-icon="send"])',
    ],
  },
  otherWays: [
    { kind: 'voice', control: ['#main footer button:has(span[data-icon="mic-outlined"])'] },
    {
      kind: 'reaction',
      control: ['[role="row"] [role="button"]:has([data-icon="react"])', '[data-testid="reaction-bubble"]'],
    },
    {
      kind: 'call',
      control: [
        '#main header [role="button"]:has([data-icon*="video"])',
        '#main header button:has([data-icon*="call"])',
      ],
    },
  ],
};
