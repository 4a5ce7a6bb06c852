/**
 * Rocket.Chat. A textarea; the draft goes to the server; what is longer than 5,000 characters is not sent. Edits in the
 * compose box, which the row says.
 * Sources: RocketChat/Rocket.Chat apps/meteor/client/views/room/composer/messageBox/hooks/useDraft.ts, sf:7002895520,
 * apps/meteor/client/hooks/useFileInput.ts, components/message/variants/RoomMessage.tsx, GenericFileAttachment.tsx.
 */
import { h, input, link } from '../framework/dom';
import type { SitePage } from '../framework/site-page';
import { addressOf } from '../framework/uploads';

export const page: SitePage = {
  site: 'rocketchat',
  id: 'rocketchat',
  host: 'rocketchat.example.org',
  sources: ['RocketChat/Rocket.Chat hooks/useDraft.ts', 'sf:7002895520', 'sf:25592285', 'sf:960161721'],
  address: ({ peer }) => `/direct/${peer.id}`,
  chat: ({ peer }) => `direct/${peer.id}`,
  editor: 'textarea',
  limit: { characters: 5000, above: 'block' },
  draft: 1000,
  list: 'all',
  echo: 'replace',
  deleted: 'goes',
  mangle: { rewrite: ['trim'], draw: ['markdown', 'emoticons', 'links', 'mentions'], lines: 'br' },
  build: ({ peer }) => {
    const place = h('label');
    const send = h('button[data-qa-id="message-composer-send"][aria-label="Send"]', '➤');
    const file = input('[type="file"][multiple][hidden]');
    const cards = h('div[role="group"]');
    let edited: HTMLElement | null = null;
    const rows = h('ul.messages-list');
    const scroller = h('div.wrapper', rows);
    return {
      sidebar: h('nav.rcx-sidebar', peer.name),
      main: h(
        'main',
        h('header.rcx-room-header', h('h1', peer.name)),
        h('div.messages-box', scroller),
        h('footer', cards, place, file, send),
      ),
      place,
      box: { name: 'msg', 'aria-label': 'Message' },
      send,
      scroller,
      rows,
      edits: {
        at: 'compose-box',
        cancel: null,
        show: (isEditing) => {
          edited?.classList.toggle('rcx-message--editing', isEditing);
        },
      },
      files: {
        input: file,
        drops: true,
        waits: { at: 'compose-area', place: cards, card: (name) => h('div', name) },
      },
      row: () => {
        const text = h('div[data-qa-type="message-body"]');
        const edit = h('button[aria-label="Edit"]', '✎');
        const remove = h('button[aria-label="Delete"]', '🗑');
        const address = link('[target="_blank"]');
        const attachment = h('div.rcx-message-generic-preview', address);
        const element = h('li[data-qa-type="message"]', text, attachment, edit, remove);
        edit.addEventListener('click', () => {
          edited = element;
        });
        return {
          element,
          text,
          edit,
          remove,
          attachment: { element: attachment, link: address, name: address },
          show: ({ state, file: sent }, own) => {
            address.href = addressOf(sent, '/file-upload/');
            element.dataset['own'] = String(own);
            element.dataset['qaPending'] = String(state === 'pending');
          },
        };
      },
    };
  },
};
