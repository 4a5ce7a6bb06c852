/**
 * MAX. Lexical in a box with an empty `contenteditable`; the button's name is Russian; a script's Enter does nothing.
 * Sources: sf:70112352248 (2026-10-09), sf:54810672215.
 */
import { h } from '../framework/dom';
import type { SitePage } from '../framework/site-page';

export const page: SitePage = {
  site: 'max',
  id: 'max',
  host: 'web.max.ru',
  sources: ['sf:70112352248', 'sf:54810672215'],
  address: ({ peer }) => `/${peer.id}`,
  chat: ({ peer }) => peer.id,
  editor: 'lexical',
  rules: { trustedKeysOnly: true },
  limit: { characters: 4000, above: 'block' },
  draft: null,
  list: 'all',
  echo: 'replace',
  deleted: 'goes',
  mangle: { rewrite: ['trim'], draw: ['markdown', 'links'], lines: 'kept' },
  build: ({ me, peer }) => {
    const place = h('div');
    const send = h('button[aria-label="Отправить сообщение"]', '➤');
    const rows = h('div.history');
    const scroller = h('div.scrollable', rows);
    return {
      sidebar: h('aside', h('div', peer.name)),
      main: h(
        'div[role="main"]',
        h('header', h('h2.title', peer.name)),
        scroller,
        h('div[data-testid="composer"]', place, send),
      ),
      place,
      box: { role: 'textbox', contenteditable: '', 'aria-label': 'Сообщение' },
      send,
      scroller,
      rows,
      row: () => {
        const text = h('span.text');
        const remove = h('button[aria-label="Delete"]', '🗑');
        const element = h('div.message', h('div.bubble', text, remove));
        return {
          element,
          text,
          remove,
          show: ({ from }) => {
            element.classList.toggle('message--isOut', from === me.id);
          },
        };
      },
    };
  },
};
