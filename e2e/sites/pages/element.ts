/**
 * Element (Matrix). An editor of its own, without drafts on the server; a sent event is drawn again in its place.
 * Sources: element-hq/matrix-react-sdk BasicMessageComposer.tsx, EventTile.tsx (2024-10).
 */
import { h, input } from '../framework/dom';
import type { SitePage } from '../framework/site-page';

export const page: SitePage = {
  site: 'element',
  id: 'element',
  host: 'element.example.org',
  sources: [
    'element-hq/matrix-react-sdk BasicMessageComposer.tsx',
    'element-hq/matrix-react-sdk EventTile.tsx',
  ],
  address: ({ peer }) => `/#/room/!${peer.id}:example.org`,
  chat: ({ peer }) => `!${peer.id}:example.org`,
  editor: 'contenteditable',
  limit: { characters: 30_000, above: 'block' },
  draft: null,
  list: 'all',
  echo: 'replace',
  deleted: 'word',
  mangle: { rewrite: ['trim'], draw: ['markdown', 'links', 'mentions'], lines: 'br' },
  build: ({ peer }) => {
    const place = h('div.mx_SendMessageComposer');
    const send = h('div.mx_MessageComposer_sendMessage[role="button"][data-testid="sendmessagebtn"]', '➤');
    const voice = h('div.mx_MessageComposer_voiceMessage[role="button"]', '🎤');
    const file = input('[type="file"][hidden]');
    const rows = h('ol.mx_RoomView_MessageList');
    const scroller = h('div.mx_ScrollPanel', rows);
    return {
      sidebar: h('aside.mx_LeftPanel', peer.name),
      main: h(
        'div.mx_MatrixChat',
        h(
          'div.mx_RoomView',
          h('header.mx_RoomHeader', h('div.mx_RoomHeader_heading', peer.name)),
          scroller,
          h('div.mx_MessageComposer', h('div.mx_MessageComposer_row', file, place, voice, send)),
        ),
      ),
      place,
      box: {
        class: 'mx_BasicMessageComposer_input',
        role: 'textbox',
        'aria-label': 'Send a message…',
        contenteditable: 'true',
      },
      send,
      scroller,
      rows,
      edits: {
        at: 'row',
        open: () => {
          const at = h('div');
          const save = h('div.mx_AccessibleButton.mx_AccessibleButton_kind_primary[role="button"]', 'Save');
          const cancel = h('div.mx_AccessibleButton[role="button"]', 'Cancel');
          return {
            element: h(
              'div.mx_EditMessageComposer',
              at,
              h('div.mx_EditMessageComposer_buttons', cancel, save),
            ),
            place: at,
            box: { class: 'mx_BasicMessageComposer_input', role: 'textbox', 'aria-label': 'Edit message' },
            save,
            cancel,
          };
        },
      },
      ways: { voice },
      row: () => {
        const text = h('span.mx_EventTile_body[dir="auto"]');
        const edit = h('button[aria-label="Edit"]', '✎');
        const remove = h('button[aria-label="Delete"]', '🗑');
        const element = h('li.mx_EventTile', h('div.mx_MTextBody', text), edit, remove);
        return {
          element,
          text,
          edit,
          remove,
          show: ({ id, state }, own) => {
            element.dataset['eventId'] = id;
            element.dataset['self'] = String(own);
            element.classList.toggle('mx_EventTile_sending', state === 'pending');
          },
        };
      },
    };
  },
};
