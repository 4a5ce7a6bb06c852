/** The small messenger of `e2e/demo`: what `npm start` and the tests talk in. */
import type { SiteFacts } from './facts';

export const facts: SiteFacts = {
  id: 'demo',
  name: 'Demo',
  hosts: [],
  product: ['html[data-messenger="demo"]'],
  confidence: 'sourced',
  sources: ['e2e/demo/client/main.ts'],
  asOf: '2026-11',
  surfaces: [
    {
      at: /^\/chat\//,
      chat: { from: 'path', patterns: [/^\/chat\/([^/]+)/] },
      title: ['header h1'],
      box: ['footer [contenteditable][role="textbox"]'],
      // What stands above it says what a message answers, and stays to be seen.
      area: 'footer .line',
      list: ['[role="log"]'],
      send: ['footer button[aria-label="Send"]'],
    },
  ],
  text: ['.message-text'],
  row: ['[data-message-id]'],
  previews: ['.quote-text', '.chat-preview'],
  pending: ['[data-state="sending"]'],
  failed: ['[data-state="failed"]'],
  seeMore: ['button.see-more'],
  edit: {
    box: ['footer:has([data-about="edit"]) [contenteditable]', '.row-edit [contenteditable]'],
    area: '.row-edit, footer .line',
    save: ['.row-edit button[aria-label="Save"]', 'footer button[aria-label="Send"]'],
    cancel: ['footer [data-about="edit"] button[aria-label="Cancel"]'],
  },
  editor: 'lexical',
  insert: ['beforeinput', 'paste'],
  enter: 'enter',
  /** Tests have pages with one. */
  get limit() {
    const { limit } = document.documentElement.dataset;
    return limit === undefined ? null : Number(limit);
  },
  part: 400_000,
  pace: 100,
  newlines: false,
  drafts: 'server',
  upload: {
    offers: ['input', 'drop'],
    input: ['footer input[type="file"]'],
    takes: 'any',
    most: null,
    attachment: ['[data-message-id]:not([hidden]) .attachment'],
    link: ['a'],
  },
  otherWays: [
    { kind: 'voice', control: ['button.voice'] },
    { kind: 'quick-reply', control: ['button.quick-reply'] },
    { kind: 'reaction', control: ['button.react'] },
    { kind: 'call', control: ['button.call'] },
  ],
};
