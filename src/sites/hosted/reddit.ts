/**
 * Reddit's chat, on its own page and in a window over others: custom elements with open shadow roots, each in the one
 * before. It carries pictures and no files. Its servers are Matrix's, whose events end at 64 KiB; what its own box allows
 * was not found.
 */
import type { SiteFacts, SurfaceFacts } from '../facts';

const pane: Omit<SurfaceFacts, 'chat'> = {
  title: ['rs-app >> rs-room >> rs-room-header >> h1', 'rs-app >> rs-room >> header'],
  box: [
    'rs-app >> rs-room >> rs-message-composer >> textarea[name="message"]',
    'rs-app >> rs-room >> rs-message-composer-old >> textarea[name="message"]',
    'rs-app >> rs-direct-chat >> rs-message-composer >> textarea',
  ],
  area: 'form',
  // Above the timeline: messages stand in the roots below it.
  list: ['rs-app >> rs-room >> main'],
  send: [
    'rs-app >> rs-room >> rs-message-composer >> button[aria-label="Send message"]',
    'rs-app >> rs-room >> rs-message-composer >> form faceplate-tooltip.ml-auto > button',
  ],
};

export const facts: SiteFacts = {
  id: 'reddit',
  name: 'Reddit',
  hosts: ['www.reddit.com', 'chat.reddit.com'],
  confidence: 'experimental',
  sources: [
    'sf:42626969195',
    'sf:28718877857',
    'sf:49809994115',
    'sf:71161937412',
    'sf:51831177446',
    'sf:7468753814',
    'reddit.com r/EncyclopaediaOfReddit: Direct Chat',
  ],
  asOf: '2026',
  surfaces: [
    { ...pane, chat: { from: 'address', patterns: [/\/room\/([^/?#]+)/] } },
    // A window over another page: its list of rooms says which one it shows.
    {
      ...pane,
      chat: { from: 'attribute', of: ['rs-app >> rs-rooms-nav[activeroom]'], attribute: 'activeroom' },
    },
  ],
  text: [
    'rs-timeline >> rs-virtual-scroll-dynamic >> rs-timeline-event >> .room-message-text',
    'rs-timeline >> rs-virtual-scroll >> rs-timeline-event >> .room-message-text',
  ],
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
  newlines: false,
  drafts: 'unknown',
  upload: { takes: 'pictures', offers: [], input: [], most: null, attachment: [], link: [] },
  otherWays: [],
};
