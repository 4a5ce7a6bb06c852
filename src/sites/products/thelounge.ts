/**
 * The Lounge, an IRC client. A line is a message, of some 350 bytes: nothing goes in one part. Numbers in the address are
 * given anew when the server starts, so a chat goes by its name; two networks with a channel of one name are one chat.
 * Where the server has uploads on, a file's address is put into the box, and goes as text.
 */
import type { SiteFacts } from '../facts';
import { productMarks } from '../product-marks';

export const facts: SiteFacts = {
  id: 'thelounge',
  name: 'The Lounge',
  hosts: [],
  product: productMarks.thelounge,
  confidence: 'sourced',
  sources: [
    'thelounge/thelounge client/components/ChatInput.vue',
    'thelounge/thelounge client/components/Message.vue',
    'thelounge/thelounge server/server.ts',
    'thelounge/thelounge client/js/upload.ts',
  ],
  asOf: '2026-08',
  surfaces: [
    {
      chat: { from: 'attribute', of: ['.channel-list-item.active[data-name]'], attribute: 'data-name' },
      title: ['#chat .header .title', '.header .title'],
      box: ['textarea#input'],
      area: '#form',
      list: ['#chat .chat-content .chat', '.chat .messages'],
      send: ['#submit'],
    },
  ],
  text: ['.msg[data-type="message"] .content'],
  row: ['.msg'],
  previews: ['.topic', '.mentions-popup .content'],
  pending: [],
  failed: [],
  seeMore: [],
  edit: null,
  editor: 'textarea',
  insert: ['value'],
  enter: 'enter',
  limit: 350,
  part: 350,
  pace: 400,
  newlines: false,
  drafts: 'local',
  upload: {
    takes: 'any',
    offers: ['input'],
    input: ['#form #upload-input'],
    // As the server has it.
    most: null,
    attachment: ['.msg a[href*="/uploads/"]'],
    link: ['a[href*="/uploads/"]'],
    address: /^\s*https?:\/\/\S+\/uploads\/\S+\s*$/,
  },
  otherWays: [],
};
