/**
 * Google Messages. A textarea; the phone sends.
 * Sources: sf:32444825915, sf:53049896707, sf:62469009300.
 */
import { h } from '../framework/dom';
import type { SitePage } from '../framework/site-page';

export const page: SitePage = {
  site: 'google-messages',
  id: 'google-messages',
  host: 'messages.google.com',
  sources: ['sf:32444825915', 'sf:53049896707', 'sf:62469009300'],
  address: () => '/web/conversations/77',
  chat: () => '77',
  editor: 'textarea',
  limit: null,
  draft: 1000,
  list: 'all',
  echo: 'keep',
  mangle: { rewrite: ['trim'], draw: ['links'], lines: 'kept' },
  build: ({ me, peer }) => {
    const preview = h('span[data-e2e-conversation-snippet]');
    const place = h('div');
    const send = h('button[data-e2e-send-text-button]', '➤');
    const rows = h('div.content');
    const scroller = h('mws-messages-list', rows);
    return {
      sidebar: h('mws-conversations-list', h('mws-conversation-list-item', peer.name, preview)),
      main: h(
        'mws-conversation-container',
        h('div', h('h2[data-e2e-header-title]', peer.name)),
        scroller,
        h('mws-message-compose', place, send),
      ),
      place,
      box: { 'data-e2e-message-input-box': '', 'aria-label': 'RCS message' },
      send,
      scroller,
      rows,
      previews: [preview],
      row: () => {
        const text = h('div.text-msg');
        const element = h('mws-message-wrapper', h('mws-text-message-part', text));
        return {
          element,
          text,
          show: ({ id, from }) => {
            element.setAttribute('msg-id', id);
            element.setAttribute('is-outgoing', String(from === me.id));
          },
        };
      },
    };
  },
};
