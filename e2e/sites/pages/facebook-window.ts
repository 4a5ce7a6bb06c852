/**
 * A chat window of Facebook Messenger, over a page of something else: the address says nothing of the chat.
 * Sources: sf:68897756958, sf:69155818693, sf:55122378570.
 */
import { h, input, link } from '../framework/dom';
import type { SitePage } from '../framework/site-page';

export const page: SitePage = {
  site: 'facebook',
  id: 'facebook-window',
  host: 'web.facebook.com',
  sources: ['sf:68897756958', 'sf:69155818693', 'sf:55122378570'],
  address: () => '/groups/feed/',
  chat: ({ peer }) => `/messages/t/${peer.id}/`,
  editor: 'lexical',
  limit: { characters: 20_000, above: 'cut' },
  draft: null,
  list: 'window',
  echo: 'replace',
  deleted: 'word',
  mangle: { rewrite: ['trim'], draw: ['emoticons', 'links', 'emoji-images', 'spans'], lines: 'br' },
  build: ({ peer }) => {
    const place = h('div');
    const chooser = input('[type="file"][multiple][hidden]');
    const cards = h('div[role="list"]');
    const send = h('div[role="button"][tabindex="0"][aria-label="Press Enter to send"]', '➤');
    const rows = h(`div[role="grid"][aria-label="Messages in conversation with ${peer.name}"]`);
    const scroller = h('div', rows);
    const head = h('div', h(`a[role="link"][href="/messages/t/${peer.id}/"]`, h('h2', h('span', peer.name))));
    return {
      sidebar: h('div[role="feed"]', 'A page of something else'),
      main: h(
        'div[data-pagelet="ChatTab"]',
        head,
        h('div[role="button"][aria-label="Close chat"]', '×'),
        scroller,
        h('div[role="group"]', cards, chooser, place, send),
      ),
      place,
      box: { role: 'textbox', 'data-lexical-editor': 'true', 'aria-label': 'Message' },
      send,
      scroller,
      rows,
      files: {
        input: chooser,
        drops: false,
        waits: { at: 'compose-area', place: cards, card: (name) => h('div[role="listitem"]', name) },
      },
      row: () => {
        const text = h('div[dir="auto"]');
        const remove = h('button[aria-label="Delete"]', '🗑');
        const file = link('[download][target="_blank"]');
        const cell = h('div[role="gridcell"]', h('span', text), file, remove);
        const attachment = { element: file, link: file, name: file };
        return { element: h('div[role="row"]', cell), text, remove, attachment };
      },
    };
  },
};
