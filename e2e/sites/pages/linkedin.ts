/**
 * LinkedIn messages. Its own editable box; above 8,000 characters the button is off; white space is collapsed.
 * Sources: Briskine/briskine src/content/editors, sf:30384928465, sf:54291493239, sf:71374273675, sf:68292762702 (files).
 */
import { h, input } from '../framework/dom';
import type { SitePage } from '../framework/site-page';

const thread = '2-YWJjZGVm';

export const page: SitePage = {
  site: 'linkedin',
  id: 'linkedin',
  host: 'www.linkedin.com',
  sources: [
    'Briskine/briskine src/content/editors',
    'sf:30384928465',
    'sf:54291493239',
    'sf:71374273675',
    'sf:68292762702',
  ],
  address: () => `/messaging/thread/${thread}/`,
  chat: () => thread,
  editor: 'contenteditable',
  rules: { enter: 'control-enter' },
  limit: { characters: 8000, above: 'block' },
  draft: null,
  list: 'all',
  echo: 'replace',
  deleted: 'word',
  mangle: { rewrite: ['trim', 'collapse'], draw: ['links', 'mentions', 'emoji-images'], lines: 'kept' },
  build: ({ me, peer }) => {
    const preview = h('p.msg-conversation-card__message-snippet');
    const place = h('div.msg-form__msg-content-container');
    const send = h('button.msg-form__send-button[type="submit"]', 'Send');
    const pictures = input('.msg-form__attachment-upload-input[type="file"][accept="image/*"][hidden]');
    const file = input(
      '.msg-form__attachment-upload-input[type="file"][accept="image/*,.pdf,.doc,.mp4"][hidden]',
    );
    const rows = h('ul.msg-s-message-list-content');
    const scroller = h('div.msg-s-message-list', rows);
    return {
      sidebar: h('ul', h('li', h('h3', peer.name), preview)),
      main: h(
        'div.msg-thread',
        h('div', h('h2.msg-entity-lockup__entity-title', peer.name)),
        scroller,
        h('form.msg-form', place, pictures, file, h('footer', send)),
      ),
      place,
      box: { class: 'msg-form__contenteditable', role: 'textbox', 'aria-label': 'Write a message…' },
      send,
      scroller,
      rows,
      previews: [preview],
      row: () => {
        const text = h('p.msg-s-event-listitem__body');
        const remove = h('button[aria-label="Delete"]', '🗑');
        const name = h('span.msg-s-message-group__name');
        return {
          element: h('li.msg-s-message-list__event', h('div.msg-s-event-listitem', name, text, remove)),
          text,
          remove,
          show: ({ from }) => {
            name.textContent = from === me.id ? me.name : peer.name;
          },
        };
      },
    };
  },
};
