/**
 * Microsoft Teams. CKEditor 5; text comes back in paragraphs; a quoted reply is a card in the message. A file is asked for
 * by a button, and opens in a tab of its own.
 * Sources: sf:217178883, sf:70941977612, sf:71523033445 (2026-10), sf:70101718908, sf:71546449775, sf:69443409476.
 */
import { h, link } from '../framework/dom';
import { policyWithoutTrustedTypes } from '../framework/policy';
import type { SitePage } from '../framework/site-page';
import { askedBy } from '../framework/uploads';

export const page: SitePage = {
  site: 'teams',
  id: 'teams',
  host: 'teams.microsoft.com',
  sources: [
    'sf:217178883',
    'sf:70941977612',
    'sf:71523033445',
    'sf:70101718908',
    'sf:71546449775',
    'sf:69443409476',
  ],
  address: () => '/v2/',
  chat: ({ peer }) => peer.name,
  headers: { 'content-security-policy': policyWithoutTrustedTypes },
  editor: 'ckeditor',
  limit: { characters: 14_000, above: 'block' },
  draft: null,
  list: 'window',
  echo: 'keep',
  deleted: 'word',
  downloads: 'by-hand',
  mangle: { rewrite: ['trim'], draw: ['markdown', 'links', 'emoji-images'], lines: 'paragraphs' },
  build: ({ me, peer }) => {
    const place = h('div');
    const send = h('button[data-tid="newMessageCommands-send"]', '➤');
    const attach = h('button[data-tid="sendMessageCommands-FilePicker"]', '📎');
    const cards = h('div');
    const rows = h('div[data-tid="message-pane-list-runway"]');
    const scroller = h('div[data-tid="message-pane-list-viewport"]', rows);
    return {
      sidebar: h('div', h('div[data-tid="chat-list-item"]', peer.name)),
      main: h(
        'div',
        h('div', h('h2[data-tid="chat-title"]', peer.name)),
        scroller,
        h('div[data-tid="message-pane-footer"]', cards, place, attach, send),
      ),
      place,
      box: { role: 'textbox', 'data-tid': 'ckeditor', 'aria-label': 'Type a message' },
      send,
      scroller,
      rows,
      edits: {
        at: 'row',
        open: () => {
          const at = h('div');
          const save = h('button[data-tid="newMessageCommands-send"]', '✓');
          const cancel = h('button[data-tid="newMessageCommands-discard-draft"]', '×');
          const box = { role: 'textbox', 'data-tid': 'ckeditor', 'aria-label': 'Edit message' };
          return { element: h('div', at, cancel, save), place: at, box, save, cancel };
        },
      },
      files: {
        input: askedBy(attach),
        drops: false,
        waits: { at: 'compose-area', place: cards, card: (name) => h('div', name) },
      },
      row: () => {
        const text = h('div');
        const edit = h('button[aria-label="Edit"]', '✎');
        const name = h('span');
        const file = h('div[role="button"]', name);
        const remove = h('button[aria-label="Delete"]', '🗑');
        const quote = h('div[data-tid="quoted-reply-card"]');
        const reply = h('button[data-tid="message-actions-reply"]', '↩');
        const body = h('div[data-tid="chat-pane-message"]', quote, text, file, reply, edit, remove);
        return {
          element: h('div[data-tid="chat-pane-item"]', body),
          text,
          edit,
          remove,
          attachment: { element: file, link: link(''), name },
          quote,
          reply,
          show: ({ id, from, file: sent }) => {
            file.dataset['tid'] = `file-chiclet-${sent?.name ?? ''}`;
            body.id = `message-body-${id}`;
            body.className = from === me.id ? 'fui-ChatMyMessage' : 'fui-ChatMessage';
            text.id = `content-${id}`;
          },
        };
      },
    };
  },
};
