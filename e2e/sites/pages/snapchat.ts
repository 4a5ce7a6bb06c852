/**
 * Snapchat in the browser. The list's id is the conversation's; Enter sends.
 * Sources: sf:63402562739, sf:63559776356, sf:69881406438.
 */
import { h } from '../framework/dom';
import type { SitePage } from '../framework/site-page';

const conversation = '5e1b6c1e-7a44-5b1f-9d6e-0a2c6f3b1d20';

export const page: SitePage = {
  site: 'snapchat',
  id: 'snapchat',
  host: 'www.snapchat.com',
  sources: ['sf:63402562739', 'sf:63559776356', 'sf:69881406438'],
  address: () => `/web/${conversation}`,
  chat: () => conversation,
  editor: 'contenteditable',
  limit: null,
  draft: null,
  list: 'all',
  echo: 'replace',
  deleted: 'word',
  mangle: { rewrite: ['trim'], draw: ['links'], lines: 'kept' },
  build: ({ me, peer }) => {
    const preview = h(`span[id="status-${conversation}"]`);
    const place = h('div');
    const rows = h(`ul[id="cv-${conversation}"]`);
    const scroller = h('div', rows);
    return {
      sidebar: h(
        'div',
        h(
          `div[role="button"][aria-labelledby="title-${conversation}"]`,
          h(`span[id="title-${conversation}"]`, peer.name),
          preview,
        ),
      ),
      main: h('div', h('div', h('span[dir="auto"]', peer.name)), scroller, h('div', place)),
      place,
      box: { role: 'textbox', 'aria-label': 'Send a chat' },
      send: null,
      scroller,
      rows,
      previews: [preview],
      row: () => {
        const sender = h('header');
        const text = h('span[dir="auto"]');
        const remove = h('button[aria-label="Delete"]', '🗑');
        return {
          element: h('li', sender, h('div', text), remove),
          text,
          remove,
          show: ({ from }) => {
            sender.textContent = from === me.id ? 'Me' : peer.name;
          },
        };
      },
    };
  },
};
