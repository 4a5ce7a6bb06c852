/**
 * Facebook Messenger: facebook.com/messages, and the chat windows over any page there. messenger.com only redirects. A
 * file waits as a card above the box and goes with Enter. Where a message is edited is known by translated words alone.
 */
import type { SiteFacts } from '../facts';

export const facts: SiteFacts = {
  id: 'facebook',
  name: 'Facebook Messenger',
  hosts: ['www.facebook.com', 'web.facebook.com', 'www.messenger.com'],
  confidence: 'fair',
  sources: [
    'sf:71655224923',
    'sf:68672307204',
    'sf:30343813516',
    'sf:68897756958',
    'sf:69155818693',
    'fbchat-dev/fbchat issue 44',
    'sf:71080995594',
    'sf:24481319609',
  ],
  asOf: '2026-10',
  surfaces: [
    {
      at: /^\/(?:messages\/)?(?:e2ee\/)?t\//,
      chat: { from: 'path', patterns: [/^\/(?:messages\/)?((?:e2ee\/)?t\/[^/]+)/] },
      title: ['[role="main"] h2', '[role="main"] h1'],
      box: [
        '[role="main"] [role="textbox"][contenteditable="true"][data-lexical-editor="true"]',
        '[role="main"] [role="textbox"][contenteditable="true"]',
      ],
      area: '[role="group"]',
      list: ['[role="main"] [role="grid"]', '[role="grid"][aria-label^="Messages in conversation"]'],
      send: ['[role="main"] [aria-label="Press Enter to send" i]'],
    },
    {
      within: [
        '[data-pagelet^="ChatTab"]',
        '[role="dialog"]:has([role="textbox"][data-lexical-editor="true"])',
      ],
      chat: {
        from: 'attribute',
        of: ['a[href*="/messages/"]', 'h2 a[href]', 'a[role="link"][href]'],
        attribute: 'href',
      },
      title: ['h2', 'a[role="link"] span'],
      box: ['[role="textbox"][contenteditable="true"][data-lexical-editor="true"]'],
      area: '[role="group"]',
      list: ['[role="grid"]'],
      send: ['[aria-label="Press Enter to send" i]'],
    },
  ],
  text: [
    '[role="row"] [data-scope="messages_table"] div[dir="auto"]',
    '[role="row"] [role="gridcell"] div[dir="auto"]',
  ],
  row: ['[role="row"]'],
  previews: ['[role="navigation"] [role="row"] span[dir="auto"]', '[role="row"] [aria-label*="replied"]'],
  pending: [],
  failed: [],
  seeMore: [],
  edit: null,
  editor: 'lexical',
  insert: ['beforeinput', 'paste'],
  enter: 'enter',
  limit: 20_000,
  part: 3500,
  pace: 1100,
  newlines: false,
  drafts: 'unknown',
  upload: {
    takes: 'any',
    offers: ['input', 'paste'],
    // Without `accept`; the last one of the pane is the box's.
    input: [
      '[role="main"] [role="group"] input[type="file"]:not([accept])',
      '[role="main"] input[type="file"]:not([accept])',
      '[data-pagelet^="ChatTab"] input[type="file"]:not([accept])',
      '[role="dialog"]:has([data-lexical-editor="true"]) input[type="file"]:not([accept])',
    ],
    most: 25_000_000,
    attachment: ['[role="row"]:has(a[download])', '[role="row"]:has(a[href*="cdn.fbsbx.com"])'],
    link: ['a[download]', 'a[href*="cdn.fbsbx.com"]'],
  },
  otherWays: [
    {
      kind: 'reaction',
      control: ['[role="row"] [aria-label="React"]', '[role="menu"] [aria-label^="React with"]'],
    },
  ],
};
