/**
 * Discourse's chat. A textarea; drafts go to the server; a text of `+` and an emoji would become a reaction. Edits in the
 * compose box, under a line that says so.
 * Sources: discourse/discourse plugins/chat/assets/javascripts/discourse/components/chat-composer.gjs, 269b6177,
 * chat-composer-uploads.gjs, chat-upload.gjs, chat-composer-message-details.gjs.
 */
import { h, input, link } from '../framework/dom';
import type { SitePage } from '../framework/site-page';

export const page: SitePage = {
  site: 'discourse-chat',
  id: 'discourse-chat',
  host: 'forum.example.org',
  sources: ['discourse/discourse chat-composer.gjs', 'discourse/discourse 269b6177'],
  address: ({ peer }) => `/chat/c/${peer.handle}/42`,
  chat: () => '42',
  editor: 'textarea',
  limit: { characters: 6000, above: 'block' },
  draft: 2000,
  list: 'all',
  echo: 'keep',
  deleted: 'word',
  mangle: { rewrite: ['trim'], draw: ['markdown', 'emoticons', 'links', 'mentions'], lines: 'paragraphs' },
  build: ({ peer }) => {
    const place = h('div.chat-composer__input-container');
    const send = h('button.chat-composer-button.-send', '➤');
    const file = input('.hidden-upload-field#channel-file-uploader[type="file"][multiple][hidden]');
    const cards = h('div.chat-composer-uploads');
    const cancel = h('button.cancel-message-action', '×');
    const details = h('div.chat-composer-message-details[hidden]', cancel);
    const rows = h('div.chat-messages-container');
    const scroller = h('div.chat-messages-scroller', rows);
    return {
      sidebar: h('aside', peer.name),
      main: h(
        'div.chat-channel',
        h('div.chat-channel-name__label', peer.name),
        scroller,
        h(
          'div.chat-composer__wrapper',
          details,
          h('div.chat-composer', h('div.chat-composer__inner-container', place, send)),
          cards,
          file,
        ),
      ),
      place,
      box: { class: 'chat-composer__input', 'aria-label': 'Chat' },
      send,
      scroller,
      rows,
      edits: {
        at: 'compose-box',
        cancel,
        show: (isEditing) => {
          details.hidden = !isEditing;
          details.dataset['action'] = isEditing ? 'edit' : 'reply';
        },
      },
      files: {
        input: file,
        drops: false,
        waits: {
          at: 'compose-area',
          place: cards,
          card: (name) => h('div.chat-composer-upload', name),
        },
      },
      row: () => {
        const text = h('div.chat-cooked');
        const edit = h('button[aria-label="Edit"]', '✎');
        const remove = h('button[aria-label="Delete"]', '🗑');
        const upload = link('.chat-other-upload');
        const element = h('div.chat-message-container', text, upload, edit, remove);
        return {
          element,
          text,
          edit,
          remove,
          attachment: { element: upload, link: upload, name: upload },
          show: ({ id, state }) => {
            element.dataset['id'] = id;
            element.classList.toggle('-staged', state === 'pending');
          },
        };
      },
    };
  },
};
