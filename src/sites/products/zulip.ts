/**
 * Zulip: a textarea that opens under the messages. The message row is drawn anew once the server has rendered it. A file's
 * address is put into the box, and goes as text.
 */
import type { SiteFacts } from '../facts';
import { productMarks } from '../product-marks';

export const facts: SiteFacts = {
  id: 'zulip',
  name: 'Zulip',
  hosts: [],
  product: productMarks.zulip,
  confidence: 'fair',
  sources: [
    'zulip/zulip web/src/drafts.ts',
    'sf:320077354',
    'zulip/zulip web/src/upload.ts',
    'zulip/zulip web/templates/compose.hbs',
    'zulip/zulip web/templates/message_edit_form.hbs',
  ],
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
  edit: {
    box: ['textarea.message_edit_content'],
    area: '.message_edit_form',
    save: ['.message_edit_save'],
    cancel: ['.message_edit_cancel'],
  },
  editor: 'textarea',
  insert: ['value'],
  enter: 'setting',
  limit: 10_000,
  part: 4000,
  pace: 1000,
  newlines: true,
  drafts: 'local',
  upload: {
    takes: 'any',
    offers: ['input', 'paste', 'drop'],
    input: ['#compose input.file_input[type="file"]', '#compose input[type="file"]'],
    // As the server has it.
    most: null,
    attachment: ['.message_row a[href*="/user_uploads/"]'],
    link: ['a[href*="/user_uploads/"]'],
    address: /\]\([^)]*\/user_uploads\/[^)]+\)/,
  },
  otherWays: [{ kind: 'reaction', control: ['.message_reaction', '.message_reactions', '.reaction_button'] }],
};
