/**
 * X's chat, in one open shadow root. A textarea of React's; the row's test id has the message's id; a time stands within
 * the text's element. The card of a file that waits shows no name.
 * Sources: sf:68641035138 (2026-09-23), sf:71589892421, sf:55185925929, sf:71647406548 and sf:71359575613 (2026-10).
 */
import { h, input, link, shadow } from '../framework/dom';
import type { SitePage } from '../framework/site-page';

const conversation = '1001:2002';

export const page: SitePage = {
  site: 'x',
  id: 'x',
  host: 'x.com',
  sources: ['sf:68641035138', 'sf:71589892421', 'sf:55185925929', 'sf:71647406548', 'sf:71359575613'],
  address: () => `/i/chat/${conversation}`,
  chat: () => conversation,
  editor: 'textarea',
  limit: { characters: 10_000, above: 'block' },
  draft: null,
  list: 'window',
  echo: 'keep',
  downloads: 'by-hand',
  mangle: { rewrite: ['trim'], draw: ['links', 'mentions'], lines: 'kept', inside: ['time'] },
  build: ({ peer }) => {
    const preview = h('span');
    const place = h('div');
    const send = h('button[data-testid="dm-composer-send-button"]', '➤');
    const voice = h('button[data-testid="dm-composer-voice-button"]', '🎤');
    const file = input('[type="file"][data-testid="dm-composer-file-input"][hidden]');
    const attach = h('button[data-testid="dm-composer-attachment-button"]', '+');
    const cards = h('div');
    const rows = h('div[data-testid="dm-message-list"]');
    const scroller = h('div[data-testid="dm-message-scroller"]', rows);
    return {
      sidebar: h('div', h('div[data-testid="dm-conversation-item-1001:2002"]', peer.name, preview)),
      main: h(
        'main',
        shadow(
          'div[data-testid="xchatEmbedRoute"]',
          h('div', h('div[data-testid="dm-conversation-username"]', peer.name)),
          h('div[data-testid="dm-message-list-container"]', scroller),
          h('div[data-testid="dm-composer-container"]', cards, attach, file, place, voice, send),
        ),
      ),
      place,
      box: { 'data-testid': 'dm-composer-textarea', 'aria-label': 'Message' },
      send,
      scroller,
      rows,
      files: {
        input: file,
        drops: false,
        waits: {
          at: 'compose-area',
          place: cards,
          card: () => h('div[data-testid="dm-composer-attachment-preview"]', '📄'),
        },
      },
      previews: [preview],
      ways: { voice },
      row: () => {
        const text = h('span[dir="auto"]');
        const quote = h('div');
        const reply = h('button[aria-label="Reply"]', '↩');
        const holder = h('div', text);
        const name = h('span');
        const sent = h('div', name);
        const element = h('div', quote, holder, sent, reply);
        return {
          element,
          text,
          quote,
          reply,
          attachment: { element: sent, link: link(''), name },
          show: ({ id }) => {
            element.dataset['testid'] = `message-${id}`;
            holder.dataset['testid'] = `message-text-${id}`;
          },
        };
      },
    };
  },
};
