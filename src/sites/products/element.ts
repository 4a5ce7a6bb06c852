/**
 * Element, the Matrix client. An editor of its own, which takes what is pasted or typed. A file waits in a dialog. What
 * downloads it has an address in older builds; newer ones load it with the session's token and save it by a made link.
 */
import type { SiteFacts } from '../facts';
import { productMarks } from '../product-marks';

export const facts: SiteFacts = {
  id: 'element',
  name: 'Element',
  hosts: [],
  product: productMarks.element,
  confidence: 'sourced',
  sources: [
    'element-hq/matrix-react-sdk src/components/views/rooms/BasicMessageComposer.tsx',
    'element-hq/matrix-react-sdk src/components/views/rooms/EventTile.tsx',
    'element-hq/matrix-react-sdk src/components/views/rooms/SendMessageComposer.tsx',
    'element-hq/element-web src/components/views/rooms/MessageComposerButtons.tsx',
    'element-hq/element-web src/components/views/dialogs/UploadConfirmDialog.tsx',
    'sf:59118199423',
    'sf:45136317650',
  ],
  asOf: '2026-09',
  surfaces: [
    {
      within: ['.mx_RoomView'],
      chat: { from: 'hash', patterns: [/^#\/room\/([^/?]+)/] },
      title: ['.mx_RoomHeader_heading', '.mx_RoomHeader_name', '.mx_RoomHeader'],
      box: [
        '.mx_SendMessageComposer .mx_BasicMessageComposer_input[role="textbox"]',
        '.mx_BasicMessageComposer_input[role="textbox"]',
      ],
      area: '.mx_MessageComposer_row',
      list: ['.mx_RoomView_MessageList'],
      send: ['[data-testid="sendmessagebtn"]', '.mx_MessageComposer_sendMessage'],
    },
  ],
  text: ['.mx_EventTile_body'],
  row: ['.mx_EventTile[data-event-id]'],
  previews: ['.mx_ReplyChain', '.mx_RoomTile_subtitle', '.mx_ReplyPreview'],
  pending: ['.mx_EventTile_sending'],
  failed: ['.mx_EventTile_notSent'],
  seeMore: [],
  edit: {
    box: ['.mx_EditMessageComposer .mx_BasicMessageComposer_input'],
    area: '.mx_EditMessageComposer',
    save: ['.mx_EditMessageComposer_buttons .mx_AccessibleButton_kind_primary'],
    cancel: ['.mx_EditMessageComposer_buttons .mx_AccessibleButton_kind_secondary'],
  },
  editor: 'contenteditable',
  insert: ['command', 'paste'],
  enter: 'setting',
  limit: 30_000,
  part: 4000,
  pace: 1000,
  newlines: false,
  drafts: 'local',
  upload: {
    takes: 'any',
    offers: ['input', 'paste', 'drop'],
    input: ['.mx_MessageComposer_row input[type="file"]', '.mx_MessageComposer input[type="file"]'],
    // As the server has it.
    most: null,
    attachment: ['.mx_EventTile .mx_MFileBody'],
    link: ['.mx_MFileBody_download a[href]', '.mx_MFileBody_download a', '.mx_MFileBody_info'],
    confirm: [
      '.mx_UploadConfirmDialog [data-testid="dialog-primary-button"]',
      '.mx_UploadConfirmDialog .mx_Dialog_primary',
    ],
  },
  otherWays: [
    { kind: 'voice', control: ['.mx_MessageComposer_voiceMessage'] },
    { kind: 'sticker', control: ['.mx_MessageComposer_stickers'] },
    { kind: 'poll', control: ['.mx_MessageComposer_poll'] },
    {
      kind: 'reaction',
      control: ['.mx_ReactionsRow_addReactionButton', '.mx_ReactionsRowButton', '.mx_ReactionPicker'],
    },
  ],
};
