/** WhatsApp in the browser. The address names no chat: the header's title is all there is. */
import type { SiteFacts } from '../facts';

export const facts: SiteFacts = {
  id: 'whatsapp',
  name: 'WhatsApp',
  hosts: ['web.whatsapp.com'],
  confidence: 'sourced',
  sources: ['sf:69605960901', 'sf:71503442991', 'sf:55694848036', 'sf:67301899107', 'sf:66903640431'],
  asOf: '2026-09',
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
  upload: null,
  otherWays: [{ kind: 'voice', control: ['#main footer button:has(span[data-icon="mic-outlined"])'] }],
};
