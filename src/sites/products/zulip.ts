/** Zulip: a textarea that opens under the messages. The message row is drawn anew once the server has rendered it. */
import type { SiteFacts } from '../facts';
import { productMarks } from '../product-marks';

export const facts: SiteFacts = {
  id: 'zulip',
  name: 'Zulip',
  hosts: [],
  product: productMarks.zulip,
  confidence: 'fair',
  sources: ['zulip/zulip web/src/drafts.ts', 'sf:320077354'],
  asOf: '2025-07',
  surfaces: [
    {
      at: /#narrow\//,
      chat: {
        from: 'hash',
        patterns: [
          /^#narrow\/(dm\/[^/]+)/,
          /^#narrow\/((?:channel|stream)\/[^/]+\/topic\/[^/]+)/,
          /^#narrow\/((?:channel|stream)\/[^/]+)/,
        ],
      },
      title: ['.navbar-title', '.message_list .message_label_clickable'],
      box: ['textarea#compose-textarea'],
      area: '#compose-content',
      list: ['.focused-message-list', '.message-list'],
      send: ['#compose-send-button'],
    },
  ],
  text: ['.message_content'],
  row: ['.message_row'],
  previews: ['.drafts-list .message_content'],
  pending: ['.locally-echoed'],
  failed: ['.failed_message_action'],
  seeMore: ['.message_expander'],
  edit: { box: ['textarea.message_edit_content'], save: ['.message_edit_save'] },
  editor: 'textarea',
  insert: ['value'],
  enter: 'setting',
  limit: 10_000,
  part: 4000,
  pace: 1000,
  newlines: true,
  drafts: 'local',
  upload: null,
  otherWays: [],
};
