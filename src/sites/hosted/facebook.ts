/** Facebook Messenger: facebook.com/messages, and the chat windows over any page there. messenger.com only redirects. */
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
  upload: null,
  otherWays: [],
};
