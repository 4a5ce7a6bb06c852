/**
 * Facebook Messenger, as a page. Lexical; Enter sends, and the button shows with text; emoticons become pictures.
 * Sources: sf:71655224923 (2026-10-05), sf:68672307204, sf:30343813516, sf:34111194529 (headers), sf:71080995594 (files).
 */
import { h, input, link } from '../framework/dom';
import type { SitePage } from '../framework/site-page';

export const page: SitePage = {
  site: 'facebook',
  id: 'facebook',
  host: 'www.facebook.com',
  sources: ['sf:71655224923', 'sf:68672307204', 'sf:30343813516', 'sf:34111194529', 'sf:71080995594'],
  address: ({ peer }) => `/messages/t/${peer.id}`,
  chat: ({ peer }) => `t/${peer.id}`,
  headers: { 'cross-origin-embedder-policy-report-only': 'require-corp' },
  editor: 'lexical',
  limit: { characters: 20_000, above: 'cut' },
  draft: null,
  list: 'window',
  echo: 'keep',
  deleted: 'word',
  title: 'message',
  mangle: { rewrite: ['trim'], draw: ['emoticons', 'links', 'emoji-images'], lines: 'br' },
  build: ({ me, peer }) => {
    const preview = h('span[dir="auto"]');
    const place = h('div');
    const send = h('div[role="button"][tabindex="0"][aria-label="Press Enter to send"]', '➤');
    const like = h('div[role="button"][tabindex="0"][aria-label="Send a like"]', '👍');
    const file = input('[type="file"][multiple][hidden]');
    const cards = h('div[role="list"]');
    const rows = h(`div[role="grid"][aria-label="Messages in conversation with ${peer.name}"]`);
    const scroller = h('div', rows);
    return {
      sidebar: h('div[role="navigation"]', h('div[role="row"]', h('span', peer.name), preview)),
      main: h(
        'div[role="main"]',
        h('div', h('h2', h('span', peer.name))),
        scroller,
        h('div[role="group"]', cards, file, place, send, like),
      ),
      place,
      box: { role: 'textbox', 'data-lexical-editor': 'true', 'aria-label': `Write to ${peer.name}` },
      send,
      scroller,
      rows,
      files: {
        input: file,
        drops: false,
        waits: { at: 'compose-area', place: cards, card: (name) => h('div[role="listitem"]', name) },
      },
      previews: [preview],
      ways: { like },
      row: () => {
        const text = h('div[dir="auto"]');
        const remove = h('button[aria-label="Delete"]', '🗑');
        const attachment = link('[download][target="_blank"]');
        const quote = h('div[dir="auto"]');
        const reply = h('div[role="button"][aria-label="Reply"]', '↩');
        const label = h('h5');
        const element = h(
          'div[role="row"]',
          h(
            'div[role="gridcell"]',
            label,
            quote,
            h('div[data-scope="messages_table"]', text),
            attachment,
            reply,
            remove,
          ),
        );
        return {
          element,
          text,
          remove,
          attachment: { element: attachment, link: attachment, name: attachment },
          quote,
          reply,
          show: ({ from }) => {
            label.textContent = from === me.id ? 'You sent' : peer.name;
          },
        };
      },
    };
  },
};
