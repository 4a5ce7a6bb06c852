/**
 * Zalo in the browser. The address names no chat; emoticons become pictures. It hears no Enter and no paste of a script's,
 * and its send button shows once there is text. A file is asked for by a menu, and goes at once.
 * Sources: sf:60813783328, sf:71219228111 and sf:71280244083 (2026-10), sf:68688187960.
 */
import { h } from '../framework/dom';
import type { SitePage } from '../framework/site-page';
import { askedBy, savedBy } from '../framework/uploads';

export const page: SitePage = {
  site: 'zalo',
  id: 'zalo',
  host: 'chat.zalo.me',
  sources: ['sf:60813783328', 'sf:71219228111', 'sf:71280244083', 'sf:68688187960'],
  address: () => '/',
  chat: ({ peer }) => peer.name,
  editor: 'contenteditable',
  rules: { trustedKeysOnly: true },
  limit: { characters: 2000, above: 'block' },
  draft: null,
  list: 'all',
  echo: 'replace',
  deleted: 'word',
  mangle: { rewrite: ['trim'], draw: ['emoticons', 'links'], lines: 'br' },
  build: ({ me, peer }) => {
    const preview = h('div.conv-message');
    const place = h('div[id="chat-input-content-id"]');
    const send = h('div[icon="Sent-msg_24_Line"][hidden]', '➤');
    const showSend = () => {
      send.hidden = place.textContent.trim() === '';
    };
    new MutationObserver(showSend).observe(place, { childList: true, characterData: true, subtree: true });
    const dropScripts = (event: Event) => {
      if (event.isTrusted) return;
      event.preventDefault();
      event.stopPropagation();
    };
    place.addEventListener('paste', dropScripts, true);
    const attach = h('div[icon="Attach_24_Line"]', '📎');
    const choose = h('div[data-id="div_CX_Select"]', 'Choose a file');
    const menu = h('div[hidden]', choose);
    attach.addEventListener('click', () => menu.toggleAttribute('hidden'));
    choose.addEventListener('click', () => menu.setAttribute('hidden', ''));
    const rows = h('div[id="messageViewScroll"]');
    const scroller = h('div[id="messageViewContainer"]', rows);
    return {
      sidebar: h('div', h('div.conv-item.selected', h('div.truncate', peer.name), preview)),
      main: h(
        'div',
        h('header[id="header"]', h('div.title', peer.name)),
        scroller,
        h('div.chat-input', attach, menu, place, send),
      ),
      place,
      box: { id: 'richInput' },
      send,
      scroller,
      rows,
      files: { input: askedBy(choose), drops: false, waits: null },
      previews: [preview],
      row: () => {
        const text = h('div');
        const name = h('div.file-message__title');
        const save = h('a.file-message__actions.download', '↓');
        const file = h('div.file-message__container', name, save);
        const remove = h('button[aria-label="Delete"]', '🗑');
        const element = h('div.chat-message', text, file, remove);
        return {
          element,
          text,
          remove,
          attachment: savedBy(save, file, name),
          show: ({ from }) => {
            const own = from === me.id;
            element.classList.toggle('me', own);
            text.dataset['id'] = own ? 'div_SentMsg_Text' : 'div_ReceivedMsg_Text';
          },
        };
      },
    };
  },
};
