/**
 * Zalo in the browser. The address names no chat; emoticons become pictures.
 * Sources: sf:60813783328.
 */
import { h } from '../framework/dom';
import type { SitePage } from '../framework/site-page';

export const page: SitePage = {
  site: 'zalo',
  id: 'zalo',
  host: 'chat.zalo.me',
  sources: ['sf:60813783328'],
  address: () => '/',
  chat: ({ peer }) => peer.name,
  editor: 'contenteditable',
  limit: { characters: 2000, above: 'block' },
  draft: null,
  list: 'all',
  echo: 'replace',
  deleted: 'word',
  mangle: { rewrite: ['trim'], draw: ['emoticons', 'links'], lines: 'br' },
  build: ({ me, peer }) => {
    const preview = h('div.conv-message');
    const place = h('div[id="chat-input-content-id"]');
    const send = h('div.send-btn[data-translate-title="STR_SEND"]', '➤');
    const rows = h('div[id="messageViewScroll"]');
    const scroller = h('div[id="messageViewContainer"]', rows);
    return {
      sidebar: h('div', h('div.conv-item.selected', h('div.truncate', peer.name), preview)),
      main: h(
        'div',
        h('header[id="header"]', h('div.title', peer.name)),
        scroller,
        h('div.chat-input', place, send),
      ),
      place,
      box: { id: 'richInput' },
      send,
      scroller,
      rows,
      previews: [preview],
      row: () => {
        const text = h('span.text');
        const remove = h('button[aria-label="Delete"]', '🗑');
        const element = h('div.msg-item', text, remove);
        return {
          element,
          text,
          remove,
          show: ({ from }) => {
            element.classList.toggle('me', from === me.id);
          },
        };
      },
    };
  },
};
