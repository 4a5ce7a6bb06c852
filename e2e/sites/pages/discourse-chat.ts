/**
 * Discourse's chat. A textarea; drafts go to the server; a text of `+` and an emoji would become a reaction.
 * Sources: discourse/discourse plugins/chat/assets/javascripts/discourse/components/chat-composer.gjs, 269b6177.
 */
import { h, input } from '../framework/dom';
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
    const file = input('[type="file"][hidden]');
    const rows = h('div.chat-messages-container');
    const scroller = h('div.chat-messages-scroller', rows);
    return {
      sidebar: h('aside', peer.name),
      main: h(
        'div.chat-channel',
        h('div.chat-channel-name__label', peer.name),
        scroller,
        h('div.chat-composer', h('div.chat-composer__inner-container', file, place, send)),
      ),
      place,
      box: { class: 'chat-composer__input', 'aria-label': 'Chat' },
      send,
      scroller,
      rows,
      row: () => {
        const text = h('div.chat-cooked');
        const remove = h('button[aria-label="Delete"]', '🗑');
        const element = h('div.chat-message-container', text, remove);
        return {
          element,
          text,
          remove,
          show: ({ id, state }) => {
            element.dataset['id'] = id;
            element.classList.toggle('-staged', state === 'pending');
          },
        };
      },
    };
  },
};
