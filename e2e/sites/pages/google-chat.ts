/**
 * Google Chat. The room's element has its id; text may go to the server while one types; Trusted Types as in Gmail.
 * Sources: thomazfrancaciandt/diversity-extension background.js, FlowCrypt/flowcrypt-browser issue 5569.
 */
import { h } from '../framework/dom';
import type { SitePage } from '../framework/site-page';

export const page: SitePage = {
  site: 'google-chat',
  id: 'google-chat',
  host: 'chat.google.com',
  sources: ['thomazfrancaciandt/diversity-extension background.js', 'FlowCrypt/flowcrypt-browser issue 5569'],
  address: () => '/u/0/app/chat/AAAA',
  chat: () => 'dm/AAAA',
  editor: 'contenteditable',
  limit: { characters: 4096, above: 'block' },
  draft: 200,
  list: 'all',
  echo: 'replace',
  deleted: 'word',
  mangle: { rewrite: ['trim'], draw: ['markdown', 'emoticons', 'links'], lines: 'br', inside: ['edited'] },
  build: ({ peer }) => {
    const place = h('div');
    const send = h('button[aria-label="Send message"]', '➤');
    const rows = h('div[role="list"]');
    const scroller = h('div', rows);
    return {
      sidebar: h('div', h('span[role="listitem"]', peer.name)),
      main: h(
        'c-wiz[data-group-id="dm/AAAA"]',
        h('div', h('div[role="heading"]', peer.name)),
        scroller,
        h('div[jsname="input"][role="group"]', place, send),
      ),
      place,
      box: { role: 'textbox', 'aria-label': 'History is on' },
      send,
      scroller,
      rows,
      row: () => {
        const text = h('div[jsname="bgckF"]');
        const remove = h('button[aria-label="Delete"]', '🗑');
        const message = h('div', text, remove);
        return {
          element: h('div[data-topic-id="t"][role="listitem"]', message),
          text,
          remove,
          show: ({ id }) => {
            message.dataset['messageId'] = id;
          },
        };
      },
    };
  },
};
