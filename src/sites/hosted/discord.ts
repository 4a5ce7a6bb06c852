/**
 * Discord in the browser. A file waits as a card above the box and goes with Enter; how large it may be is as each account
 * pays. Where its input stands, and that the box takes what is pasted or dropped, is from memory.
 */
import type { SiteFacts } from '../facts';

export const facts: SiteFacts = {
  id: 'discord',
  name: 'Discord',
  hosts: ['discord.com', 'ptb.discord.com', 'canary.discord.com'],
  confidence: 'sourced',
  sources: ['sf:63336698431', 'sf:58707580788', 'sf:53629287656', 'sf:58627159365', 'sf:71036414075'],
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
  upload: {
    takes: 'any',
    offers: ['input', 'paste', 'drop'],
    input: ['main form input[type="file"]', 'form input.file-input'],
    most: null,
    attachment: ['li[id^="chat-messages-"] [id^="message-accessories-"]:has(a[href*="/attachments/"])'],
    link: ['a[href*="cdn.discordapp.com/attachments/"]', 'a[href*="/attachments/"]'],
  },
  otherWays: [
    {
      kind: 'reaction',
      control: ['[id^="message-reactions-"] [class*="reaction"]', '[aria-label="Add Reaction"]'],
    },
  ],
};
