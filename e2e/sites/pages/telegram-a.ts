/**
 * Telegram's client A. ProseMirror, which reads what is pasted as Markdown; drafts after 10 s; above 4,096 characters
 * nothing is sent; dashes and quotation marks are made typographic; the time stands inside the text.
 * Sources: Ajaxy/telegram-tt src/components/common/Composer.tsx, src/components/middle/composer, sf:59439173232.
 */
import { h, input } from '../framework/dom';
import type { SitePage } from '../framework/site-page';

export const page: SitePage = {
  site: 'telegram',
  id: 'telegram-a',
  host: 'web.telegram.org',
  sources: [
    'Ajaxy/telegram-tt src/components/common/Composer.tsx',
    'Ajaxy/telegram-tt src/components/middle/composer/MessageInput.tsx',
    'sf:59439173232',
  ],
  address: ({ peer }) => `/a/#${peer.id}`,
  chat: ({ peer }) => peer.id,
  headers: {
    'content-security-policy':
      "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self' ws:; frame-src http: https:; base-uri 'none'",
  },
  editor: 'prosemirror',
  rules: { markup: true },
  limit: { characters: 4096, above: 'block' },
  draft: 10_000,
  list: 'window',
  echo: 'keep',
  deleted: 'goes',
  mangle: {
    rewrite: ['trim', 'no-zero-width', 'dashes', 'guillemets'],
    draw: ['links', 'mentions', 'emoji-images'],
    lines: 'br',
    inside: ['time'],
  },
  build: ({ me, peer }) => {
    const preview = h('p.last-message');
    const place = h('div.message-input-wrapper');
    const send = h('button.Button.send.main-button', '➤');
    const file = input('[type="file"][hidden]');
    const rows = h('div.messages-container');
    const scroller = h('div.MessageList', rows);
    return {
      sidebar: h('div.chat-list', h('div.ListItem', h('h3.fullName', peer.name), preview)),
      main: h(
        'div.messages-layout',
        h('div.MiddleHeader', h('div.ChatInfo', h('div.title', h('h3.fullName', peer.name)))),
        scroller,
        h('div.Composer', place, file, send),
      ),
      place,
      box: { id: 'editable-message-text', role: 'textbox', 'aria-label': 'Message' },
      send,
      scroller,
      rows,
      previews: [preview],
      row: () => {
        const text = h('div.text-content');
        const remove = h('button[aria-label="Delete"]', '🗑');
        const quote = h('div.EmbeddedMessage');
        const reply = h('button.reply', '↩');
        const element = h('div.Message', h('div.content-inner', quote, text, reply, remove));
        return {
          element,
          text,
          remove,
          quote,
          reply,
          show: ({ id, from, state }) => {
            element.className = `Message ${from === me.id ? 'own' : ''} ${state === 'pending' ? 'is-pending' : ''}`;
            element.dataset['messageId'] = id;
          },
        };
      },
    };
  },
};
