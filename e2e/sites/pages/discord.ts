/**
 * Discord. Slate; Enter alone sends; above 2,000 characters it offers a file; the row's id names channel and message.
 * Sources: sf:63336698431 (2026-08-31), sf:58707580788 (2026-09-02), Vendicated/Vencord (limit and file), sf:58627159365 and
 * sf:71036414075 (files in the list).
 */
import { h, input, link } from '../framework/dom';
import type { SitePage } from '../framework/site-page';
import { addressOf } from '../framework/uploads';

const channel = '300300';

export const page: SitePage = {
  site: 'discord',
  id: 'discord',
  host: 'discord.com',
  sources: ['sf:63336698431', 'sf:58707580788', 'Vendicated/Vencord', 'sf:58627159365', 'sf:71036414075'],
  address: () => `/channels/@me/${channel}`,
  chat: () => `@me/${channel}`,
  editor: 'slate',
  limit: { characters: 2000, above: 'file' },
  draft: null,
  list: 'all',
  echo: 'replace',
  deleted: 'goes',
  mangle: {
    rewrite: ['trim'],
    draw: ['markdown', 'links', 'mentions', 'emoticons', 'emoji-images'],
    lines: 'kept',
    inside: ['edited'],
  },
  build: ({ me, peer }) => {
    const place = h('div');
    const file = input('.file-input[type="file"][hidden]');
    const cards = h('ul[role="list"]');
    const sticker = h('button[aria-label="Open sticker picker"]', '🙂');
    const rows = h('ol[data-list-id="chat-messages"][role="list"]');
    const scroller = h('div[role="group"]', rows);
    return {
      sidebar: h('nav', h('a[data-list-item-id="private-channels"]', peer.name)),
      main: h(
        'main',
        h('section[aria-label="Channel header"]', h('h1', peer.name)),
        scroller,
        h(
          'form',
          cards,
          h('div', h('button[type="button"][aria-label="Upload a file"]', '+'), file, place, sticker),
        ),
      ),
      place,
      box: { role: 'textbox', 'data-slate-editor': 'true', 'aria-label': `Message @${peer.name}` },
      send: null,
      scroller,
      rows,
      files: {
        input: file,
        drops: true,
        waits: { at: 'compose-area', place: cards, card: (name) => h('li', name) },
      },
      edits: {
        at: 'row',
        open: () => {
          const at = h('div');
          const box = { role: 'textbox', 'data-slate-editor': 'true' };
          return { element: at, place: at, box, save: null, cancel: null };
        },
      },
      ways: { sticker },
      row: () => {
        const text = h('div');
        const quote = h('div');
        const edit = h('button[type="button"][aria-label="Edit"]', '✎');
        const reply = h('button[type="button"][aria-label="Reply"]', '↩');
        const remove = h('button[type="button"][aria-label="Delete"]', '🗑');
        const attachment = link('[target="_blank"]');
        const accessories = h('div', attachment);
        const author = h('h3');
        const element = h(
          'li',
          h('div[role="article"]', quote, h('div', author, text), accessories, edit, reply, remove),
        );
        return {
          element,
          text,
          quote,
          edit,
          reply,
          remove,
          attachment: { element: attachment, link: attachment, name: attachment },
          show: ({ id, from, file: sent }) => {
            accessories.id = `message-accessories-${id}`;
            attachment.href = addressOf(sent, '/attachments/');
            element.id = `chat-messages-${channel}-${id}`;
            text.id = `message-content-${id}`;
            quote.id = `message-reply-context-${id}`;
            author.textContent = from === me.id ? me.name : peer.name;
          },
        };
      },
    };
  },
};
