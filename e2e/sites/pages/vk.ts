/**
 * VK. Enter made by a script does nothing, the button sends; the client cuts what is too long into several messages. Edits
 * in the compose box.
 * Sources: sf:57989352775 (2026-08-20), sf:69416090235, sf:58835417225, sf:67367019720 and sf:62888456278 (edits).
 */
import { h } from '../framework/dom';
import type { SitePage } from '../framework/site-page';

export const page: SitePage = {
  site: 'vk',
  id: 'vk',
  host: 'vk.com',
  sources: ['sf:57989352775', 'sf:69416090235', 'sf:58835417225', 'sf:67367019720', 'sf:62888456278'],
  address: ({ peer }) => `/im/convo/${peer.id}`,
  chat: ({ peer }) => peer.id,
  editor: 'contenteditable',
  rules: { trustedKeysOnly: true },
  limit: { characters: 4096, above: 'split' },
  draft: null,
  list: 'all',
  echo: 'replace',
  deleted: 'goes',
  mangle: { rewrite: ['trim'], draw: ['links', 'emoji-images', 'wbr'], lines: 'br' },
  build: ({ me, peer }) => {
    const preview = h('span.ConvoListItem__message');
    const place = h('div.ComposerInput');
    const send = h('button.ConvoComposer__sendButton--submit', '➤');
    const voice = h('button.ConvoComposer__sendButton--voice', '🎤');
    const cancel = h('button.ComposerOverMessage__close', '×');
    const edited = h('div[hidden]', cancel);
    const composer = h('div.ConvoComposer', edited, place, send, voice);
    const rows = h('div');
    const scroller = h('div.ConvoHistory', rows);
    return {
      sidebar: h('div', h('a.ConvoListItem', peer.name, preview)),
      main: h(
        'div.ConvoMain',
        h('div.ConvoHeader', h('h2.ConvoHeader__title', peer.name)),
        scroller,
        h('div.ConvoMain__composer', composer),
      ),
      place,
      box: { class: 'ComposerInput__input', role: 'textbox' },
      send,
      scroller,
      rows,
      edits: {
        at: 'compose-box',
        cancel,
        show: (isEditing) => {
          edited.hidden = !isEditing;
          edited.classList.toggle('ConvoComposer__editing', isEditing);
        },
      },
      previews: [preview],
      ways: { voice },
      row: () => {
        const text = h('span.ConvoMessage__text');
        const edit = h('button[aria-label="Edit"]', '✎');
        const remove = h('button[aria-label="Delete"]', '🗑');
        const quote = h('div.ConvoMessage__reply');
        const reply = h('button.ConvoMessage__replyButton', '↩');
        const element = h('div.ConvoMessage', quote, text, reply, edit, remove);
        return {
          element,
          text,
          edit,
          remove,
          quote,
          reply,
          show: ({ from }) => {
            element.classList.toggle('ConvoMessage--out', from === me.id);
          },
        };
      },
    };
  },
};
