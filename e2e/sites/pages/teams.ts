/**
 * Microsoft Teams. CKEditor 5; text comes back in paragraphs; a quoted reply is a card in the message.
 * Sources: sf:217178883, sf:70941977612, sf:71523033445 (2026-10), sf:70101718908.
 */
import { h, input } from '../framework/dom';
import { policyWithoutTrustedTypes } from '../framework/policy';
import type { SitePage } from '../framework/site-page';

export const page: SitePage = {
  site: 'teams',
  id: 'teams',
  host: 'teams.microsoft.com',
  sources: ['sf:217178883', 'sf:70941977612', 'sf:71523033445', 'sf:70101718908'],
  address: () => '/v2/',
  chat: ({ peer }) => peer.name,
  headers: { 'content-security-policy': policyWithoutTrustedTypes },
  editor: 'ckeditor',
  limit: { characters: 14_000, above: 'block' },
  draft: null,
  list: 'window',
  echo: 'keep',
  deleted: 'word',
  mangle: { rewrite: ['trim'], draw: ['markdown', 'links', 'emoji-images'], lines: 'paragraphs' },
  build: ({ me, peer }) => {
    const place = h('div');
    const send = h('button[data-tid="newMessageCommands-send"]', '➤');
    const file = input('[type="file"][hidden]');
    const rows = h('div[data-tid="message-pane-list-runway"]');
    const scroller = h('div[data-tid="message-pane-list-viewport"]', rows);
    return {
      sidebar: h('div', h('div[data-tid="chat-list-item"]', peer.name)),
      main: h(
        'div',
        h('div', h('h2[data-tid="chat-title"]', peer.name)),
        scroller,
        h('div[data-tid="message-pane-footer"]', place, file, send),
      ),
      place,
      box: { role: 'textbox', 'data-tid': 'ckeditor', 'aria-label': 'Type a message' },
      send,
      scroller,
      rows,
      row: () => {
        const text = h('div');
        const remove = h('button[aria-label="Delete"]', '🗑');
        const quote = h('div[data-tid="quoted-reply-card"]');
        const reply = h('button[data-tid="message-actions-reply"]', '↩');
        const body = h('div[data-tid="chat-pane-message"]', quote, text, reply, remove);
        return {
          element: h('div[data-tid="chat-pane-item"]', body),
          text,
          remove,
          quote,
          reply,
          show: ({ id, from }) => {
            body.id = `message-body-${id}`;
            body.className = from === me.id ? 'fui-ChatMyMessage' : 'fui-ChatMessage';
            text.id = `content-${id}`;
          },
        };
      },
    };
  },
};
