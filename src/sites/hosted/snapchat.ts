/**
 * Snapchat in the browser. Little is known of it: of files, that one takes pictures with the camera there, and nothing of
 * an input for others; no source gives a limit for one message.
 */
import type { SiteFacts } from '../facts';

export const facts: SiteFacts = {
  id: 'snapchat',
  name: 'Snapchat',
  hosts: ['www.snapchat.com', 'web.snapchat.com'],
  confidence: 'experimental',
  sources: ['sf:63402562739', 'sf:63559776356', 'sf:69881406438', 'sf:70344328135'],
  asOf: '2026',
  surfaces: [
    {
      chat: { from: 'path', patterns: [/^\/web\/([^/]+)/, /^\/([0-9a-f-]{36})/] },
      title: ['[id^="title-"]'],
      box: ['div[role="textbox"][contenteditable="true"]'],
      list: ['ul[id^="cv-"]'],
      send: [],
    },
  ],
  text: ['ul[id^="cv-"] > li span[dir="auto"]', 'ul[id^="cv-"] > li span'],
  row: ['ul[id^="cv-"] > li'],
  previews: ['[id^="status-"]'],
  pending: [],
  failed: [],
  seeMore: [],
  edit: null,
  editor: 'contenteditable',
  insert: ['command', 'paste'],
  enter: 'enter',
  limit: null,
  part: 900,
  pace: 1500,
  newlines: false,
  drafts: 'unknown',
  upload: 'unknown',
  otherWays: [],
};
