/** Element, the Matrix client. An editor of its own, which takes what is pasted or typed. */
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
  ],
  asOf: '2024-10',
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
    save: ['.mx_EditMessageComposer_buttons .mx_AccessibleButton_kind_primary'],
  },
  editor: 'contenteditable',
  insert: ['command', 'paste'],
  enter: 'setting',
  limit: 30_000,
  part: 4000,
  pace: 1000,
  newlines: false,
  drafts: 'local',
  upload: null,
  otherWays: [
    { kind: 'voice', control: ['.mx_MessageComposer_voiceMessage'] },
    { kind: 'sticker', control: ['.mx_MessageComposer_stickers'] },
  ],
};
