/**
 * Reddit's chat: custom elements, each in the open shadow root of the one before.
 * Sources: sf:42626969195 (the nesting), sf:28718877857, sf:49809994115, sf:51831177446.
 */
import { h, shadow } from '../framework/dom';
import type { Pair, SitePage, Skeleton } from '../framework/site-page';

export const room = '!abc:reddit.com';

export const page: SitePage = {
  site: 'reddit',
  id: 'reddit',
  host: 'www.reddit.com',
  sources: ['sf:42626969195', 'sf:28718877857', 'sf:49809994115', 'sf:51831177446'],
  address: () => `/chat/room/${encodeURIComponent(room)}`,
  chat: () => room,
  editor: 'textarea',
  limit: null,
  draft: null,
  list: 'all',
  echo: 'keep',
  mangle: { rewrite: ['trim'], draw: ['links'], lines: 'kept' },
  build: (pair) => {
    const { chat, ...parts } = timelineOf(pair);
    return {
      ...parts,
      main: h('faceplate-app', shadow('rs-app', h('rs-page-overlay-manager', chat))),
    };
  },
};

/** One room, from its head to its box. */
export function timelineOf({ me, peer }: Pair): Omit<Skeleton, 'main'> & { readonly chat: HTMLElement } {
  const place = h('div.message-box');
  const send = h('button[aria-label="Send message"]', '➤');
  const rows = h('div');
  const scroller = shadow('rs-virtual-scroll-dynamic', rows);
  const main = h(
    'main',
    h('header', h('h1', peer.name)),
    shadow('rs-timeline', scroller),
    shadow('rs-message-composer', h('div', h('form', place, h('faceplate-tooltip.ml-auto', send)))),
  );
  return {
    chat: shadow('rs-room', main),
    place,
    box: { name: 'message', 'aria-label': 'Write message' },
    send,
    scroller,
    rows,
    row: () => {
      const text = h('div.room-message-text');
      const message = h('div.room-message', text);
      const element = shadow('rs-timeline-event', message);
      return {
        element,
        text,
        show: ({ id, from }) => {
          element.dataset['id'] = id;
          message.setAttribute('aria-label', `${from === me.id ? me.handle : peer.handle} said`);
        },
      };
    },
  };
}
