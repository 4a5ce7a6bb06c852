/**
 * MAX: Lexical, whose box has an empty `contenteditable` attribute; a key press made by a script sends nothing. It carries
 * files; no source shows how its page takes one.
 */
import type { SiteFacts } from '../facts';

export const facts: SiteFacts = {
  id: 'max',
  name: 'MAX',
  hosts: ['web.max.ru'],
  confidence: 'fair',
  sources: ['sf:70112352248', 'sf:54810672215', 'sf:6213329217'],
  asOf: '2026-10',
  surfaces: [
    {
      chat: { from: 'path', patterns: [/^\/(-?\d+)/] },
      title: ['[role="main"] header h2', '[role="main"] h2', 'header .title'],
      box: ['[data-testid="composer"] [role="textbox"][contenteditable]'],
      area: '[data-testid="composer"]',
      list: ['[role="main"]'],
      send: [
        '[data-testid="composer"] button[aria-label="Отправить сообщение"]',
        'button[aria-label="Отправить сообщение"]',
        // In another language: the last button of the composer, which shows once there is text.
        '[data-testid="composer"] button:last-of-type',
      ],
    },
  ],
  text: ['.message .bubble > span.text'],
  row: ['.message'],
  previews: ['.bubble .reply', 'aside .last-message'],
  pending: [],
  failed: [],
  seeMore: [],
  edit: null,
  editor: 'lexical',
  insert: ['beforeinput', 'paste'],
  enter: 'none',
  limit: 4000,
  part: 3500,
  pace: 1100,
  newlines: false,
  drafts: 'unknown',
  upload: 'unknown',
  otherWays: [],
};
