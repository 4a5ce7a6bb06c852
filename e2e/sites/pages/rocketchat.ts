/**
 * Rocket.Chat. A textarea; the draft goes to the server; what is longer than 5,000 characters is not sent.
 * Sources: RocketChat/Rocket.Chat apps/meteor/client/views/room/composer/messageBox/hooks/useDraft.ts, sf:7002895520.
 */
import { h, input } from '../framework/dom';
import type { SitePage } from '../framework/site-page';

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
    const file = input('[type="file"][hidden]');
    const rows = h('ul.messages-list');
    const scroller = h('div.wrapper', rows);
    return {
      sidebar: h('nav.rcx-sidebar', peer.name),
      main: h(
        'main',
        h('header.rcx-room-header', h('h1', peer.name)),
        h('div.messages-box', scroller),
        h('footer', place, file, send),
      ),
      place,
      box: { name: 'msg', 'aria-label': 'Message' },
      send,
      scroller,
      rows,
      row: () => {
        const text = h('div[data-qa-type="message-body"]');
        const remove = h('button[aria-label="Delete"]', '🗑');
        const element = h('li[data-qa-type="message"]', text, remove);
        return {
          element,
          text,
          remove,
          show: ({ state }, own) => {
            element.dataset['own'] = String(own);
            element.dataset['qaPending'] = String(state === 'pending');
          },
        };
      },
    };
  },
};
