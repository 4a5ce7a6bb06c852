/**
 * Instagram's direct messages. Lexical; 1,000 characters; the button that sends has a translated word and no more.
 * Sources: sf:68472486304 (2026-09-23), sf:69867759455, sf:70890855338.
 */
import { h, input } from '../framework/dom';
import type { SitePage } from '../framework/site-page';

const thread = '340282366841710300';

export const page: SitePage = {
  site: 'instagram',
  id: 'instagram',
  host: 'www.instagram.com',
  sources: ['sf:68472486304', 'sf:69867759455', 'sf:70890855338'],
  address: () => `/direct/t/${thread}/`,
  chat: () => thread,
  headers: { 'cross-origin-embedder-policy-report-only': 'require-corp' },
  editor: 'lexical',
  limit: { characters: 1000, above: 'block' },
  draft: null,
  list: 'window',
  echo: 'replace',
  deleted: 'goes',
  mangle: { rewrite: ['trim'], draw: ['links', 'mentions'], lines: 'br' },
  build: ({ peer }) => {
    const place = h('div');
    const send = h('div[role="button"][tabindex="0"]', 'Senden');
    const file = input('[type="file"][accept="audio/*,.mp4,.mov,.png,.jpg,.jpeg"][hidden]');
    const rows = h(`div[role="grid"][aria-label="Messages in conversation with ${peer.handle}"]`);
    const scroller = h('div', rows);
    return {
      sidebar: h('div[role="navigation"]', h('div', h('span[dir="auto"]', peer.name))),
      main: h(
        'div[role="main"]',
        h('div', h('h2', h('span[dir="auto"]', peer.name))),
        scroller,
        h('div', h('div', place, send, file)),
      ),
      place,
      box: { role: 'textbox', 'data-lexical-editor': 'true', 'aria-label': 'Message' },
      send,
      scroller,
      rows,
      row: () => {
        const text = h('div[dir="auto"]');
        const quote = h('div');
        const reply = h('div[role="button"][aria-label="Reply"]', '↩');
        const remove = h('button[aria-label="Delete"]', '🗑');
        const element = h('div[role="row"]', quote, h('div', h('span', text)), reply, remove);
        return { element, text, quote, reply, remove };
      },
    };
  },
};
