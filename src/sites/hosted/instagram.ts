/**
 * Instagram's direct messages, which have had no encryption of their own since May 2026. Its input takes pictures, film
 * and sound alone (`accept="audio/*,.mp4,.mov,.png,.jpg,.jpeg"`), and remakes them.
 */
import type { SiteFacts } from '../facts';

export const facts: SiteFacts = {
  id: 'instagram',
  name: 'Instagram',
  hosts: ['www.instagram.com'],
  confidence: 'fair',
  sources: ['sf:68472486304', 'sf:69867759455', 'sf:70890855338'],
  asOf: '2026-10',
  surfaces: [
    {
      at: /^\/direct\//,
      chat: { from: 'path', patterns: [/^\/direct\/t\/([^/]+)/] },
      title: ['[role="main"] h2', '[role="main"] [role="heading"]', '[role="main"] span[dir="auto"]'],
      box: [
        '[role="main"] div[role="textbox"][contenteditable="true"]',
        'div[role="textbox"][data-lexical-editor="true"]',
      ],
      list: [
        '[role="main"] div[role="grid"]',
        'div[role="grid"][aria-label^="Messages in conversation with"]',
        '[role="main"]',
      ],
      // A button with a translated word and nothing else to know it by: Enter does the same.
      send: [],
    },
  ],
  text: ['[role="row"] div[dir="auto"]'],
  row: ['[role="row"]'],
  previews: [],
  pending: [],
  failed: [],
  seeMore: [],
  edit: null,
  editor: 'lexical',
  insert: ['beforeinput', 'paste'],
  enter: 'enter',
  limit: 1000,
  part: 900,
  pace: 1100,
  newlines: false,
  drafts: 'unknown',
  upload: {
    takes: 'pictures',
    offers: ['input'],
    input: ['input[type="file"][accept*=".mp4"]'],
    most: null,
    attachment: [],
    link: [],
  },
  otherWays: [{ kind: 'reaction', control: ['[role="row"] [aria-label^="React to message"]'] }],
};
