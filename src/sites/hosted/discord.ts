/** Discord in the browser. */
import type { SiteFacts } from '../facts';

export const facts: SiteFacts = {
  id: 'discord',
  name: 'Discord',
  hosts: ['discord.com', 'ptb.discord.com', 'canary.discord.com'],
  confidence: 'sourced',
  sources: ['sf:63336698431', 'sf:58707580788', 'sf:53629287656'],
  asOf: '2026-09',
  surfaces: [
    {
      at: /^\/channels\//,
      chat: {
        from: 'path',
        patterns: [/^\/channels\/[^/]+\/[^/]+\/threads\/([^/]+)/, /^\/channels\/([^/]+\/[^/]+)/],
      },
      title: ['section[aria-label] h1', 'h1'],
      box: [
        'main form [role="textbox"][data-slate-editor="true"]',
        '[role="textbox"][data-slate-editor="true"]',
      ],
      area: 'main form',
      list: ['ol[data-list-id="chat-messages"]', '[data-list-id="chat-messages"]'],
      send: [],
    },
  ],
  text: ['li[id^="chat-messages-"] [id^="message-content-"]'],
  row: ['li[id^="chat-messages-"]'],
  previews: ['[id^="message-reply-context-"]'],
  pending: [],
  failed: [],
  seeMore: [],
  edit: { box: ['li[id^="chat-messages-"] [role="textbox"][data-slate-editor="true"]'], save: [] },
  editor: 'slate',
  insert: ['paste', 'beforeinput'],
  enter: 'enter',
  limit: 2000,
  part: 1900,
  pace: 1100,
  newlines: false,
  drafts: 'local',
  upload: null,
  otherWays: [],
};
