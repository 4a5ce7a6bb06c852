/**
 * Element (Matrix). An editor of its own, without drafts on the server; a sent event is drawn again in its place. A file
 * waits in a dialog, and is loaded when it is pressed.
 * Sources: element-hq/matrix-react-sdk BasicMessageComposer.tsx, EventTile.tsx (2024-10), element-hq/element-web
 * UploadConfirmDialog.tsx.
 */
import { h, input } from '../framework/dom';
import type { SitePage } from '../framework/site-page';
import { savedBy } from '../framework/uploads';

export const page: SitePage = {
  site: 'element',
  id: 'element',
  host: 'element.example.org',
  sources: [
    'element-hq/matrix-react-sdk BasicMessageComposer.tsx',
    'element-hq/matrix-react-sdk EventTile.tsx',
    'element-hq/element-web UploadConfirmDialog.tsx',
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
    const chooser = input('[type="file"][multiple][hidden]');
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
          h('div.mx_MessageComposer', h('div.mx_MessageComposer_row', chooser, place, voice, send)),
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
      files: {
        input: chooser,
        drops: false,
        waits: {
          at: 'dialog',
          open: (name) => {
            const confirm = h('button.mx_Dialog_primary[data-testid="dialog-primary-button"]', 'Upload');
            return {
              confirm,
              element: h('div.mx_UploadConfirmDialog.mx_Dialog[role="dialog"]', name, confirm),
            };
          },
        },
      },
      edits: {
        at: 'row',
        open: () => {
          const at = h('div');
          const save = h('div.mx_AccessibleButton.mx_AccessibleButton_kind_primary[role="button"]', 'Save');
          const cancel = h(
            'div.mx_AccessibleButton.mx_AccessibleButton_kind_secondary[role="button"]',
            'Cancel',
          );
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
        const name = h('span.mx_MFileBody_info');
        const save = h('a[role="button"]', '↓');
        const file = h('div.mx_MFileBody', name, h('div.mx_MFileBody_download', save));
        const remove = h('button[aria-label="Delete"]', '🗑');
        const element = h('li.mx_EventTile', h('div.mx_MTextBody', text), file, edit, remove);
        return {
          element,
          text,
          edit,
          remove,
          attachment: savedBy(save, file, name),
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
