/**
 * Telegram's client A. ProseMirror, which reads what is pasted as Markdown; drafts after 10 s; above 4,096 characters
 * nothing is sent; dashes and quotation marks are made typographic; the time stands inside the text. Its input for files
 * stands nowhere in the page; a file waits in a window, and is loaded when it is pressed. Edits in the compose box.
 * Sources: Ajaxy/telegram-tt src/components/common/Composer.tsx, src/components/middle/composer, sf:59439173232.
 */
import { h } from '../framework/dom';
import type { SitePage } from '../framework/site-page';
import { askedBy, savedBy, takePasted } from '../framework/uploads';

export const page: SitePage = {
  site: 'telegram',
  id: 'telegram-a',
  host: 'web.telegram.org',
  sources: [
    'Ajaxy/telegram-tt src/components/common/Composer.tsx',
    'Ajaxy/telegram-tt src/components/middle/composer/MessageInput.tsx',
    'Ajaxy/telegram-tt src/components/middle/composer/AttachMenu.tsx',
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
    const attach = h('button.Button#attach-menu-button', '📎');
    const entry = h('div.MenuItem[role="menuitem"]', h('i.icon.icon-document'), 'File');
    const menu = h('div.AttachMenu[hidden]', entry);
    attach.addEventListener('click', () => menu.toggleAttribute('hidden'));
    entry.addEventListener('click', () => menu.setAttribute('hidden', ''));
    const chooser = askedBy(entry);
    takePasted(place, chooser);
    const cancel = h('button.Button.embedded-cancel', '×');
    const edited = h('div.ComposerEmbeddedMessage[hidden]', cancel);
    const rows = h('div.messages-container');
    const scroller = h('div.MessageList', rows);
    return {
      sidebar: h('div.chat-list', h('div.ListItem', h('h3.fullName', peer.name), preview)),
      main: h(
        'div.messages-layout',
        h('div.MiddleHeader', h('div.ChatInfo', h('div.title', h('h3.fullName', peer.name)))),
        scroller,
        h('div.Composer', edited, attach, menu, place, send),
      ),
      place,
      box: { id: 'editable-message-text', role: 'textbox', 'aria-label': 'Message' },
      send,
      scroller,
      rows,
      edits: {
        at: 'compose-box',
        cancel,
        show: (isEditing) => {
          edited.hidden = !isEditing;
          send.classList.toggle('edit', isEditing);
          send.classList.toggle('send', !isEditing);
        },
      },
      files: {
        input: chooser,
        drops: false,
        waits: {
          at: 'dialog',
          open: (name) => {
            const confirm = h('button.Button.primary', 'Send');
            return {
              confirm,
              element: h(
                'div.Modal.open',
                h('button.Button.round', '×'),
                h('div.File', h('div.file-title', name)),
                h('div#editable-message-text-modal[contenteditable="true"][role="textbox"]'),
                confirm,
              ),
            };
          },
        },
      },
      previews: [preview],
      row: () => {
        const text = h('div.text-content');
        const edit = h('button[aria-label="Edit"]', '✎');
        const name = h('div.file-title');
        const icon = h('div.file-icon-container');
        const file = h('div.File', icon, name);
        const remove = h('button[aria-label="Delete"]', '🗑');
        const quote = h('div.EmbeddedMessage');
        const reply = h('button.reply', '↩');
        const element = h('div.Message', h('div.content-inner', quote, file, text, reply, edit, remove));
        return {
          element,
          text,
          edit,
          remove,
          attachment: savedBy(icon, file, name),
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
