/** Reddit's chat: custom elements with open shadow roots, each in the one before. */
import type { SiteFacts } from '../facts';

export const facts: SiteFacts = {
  id: 'reddit',
  name: 'Reddit',
  hosts: ['www.reddit.com', 'chat.reddit.com'],
  confidence: 'experimental',
  sources: ['sf:42626969195', 'sf:28718877857', 'sf:49809994115', 'sf:71161937412', 'sf:51831177446'],
  asOf: '2026',
  surfaces: [
    {
      within: [
        'faceplate-app >> rs-app >> rs-room',
        'rs-app >> rs-room-overlay-manager rs-room',
        'rs-app >> rs-room',
      ],
      chat: { from: 'address', patterns: [/\/chat\/room\/([^/?#]+)/, /\/room\/([^/?#]+)/] },
      title: ['header h1', '[aria-label^="Current chat"]'],
      box: [],
      area: 'form',
      list: [],
      send: [],
    },
  ],
  text: ['rs-timeline-event >> .room-message-text'],
  row: ['rs-timeline-event'],
  previews: ['rs-rooms-nav-room >> .last-message'],
  pending: [],
  failed: [],
  seeMore: [],
  edit: null,
  editor: 'textarea',
  insert: ['value'],
  enter: 'enter',
  limit: null,
  part: 1500,
  pace: 1100,
  newlines: true,
  drafts: 'unknown',
  upload: null,
  otherWays: [],
};
