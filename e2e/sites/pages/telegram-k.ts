/**
 * Telegram's client K. A box of its own with a twin that nobody sees; drafts go to the server after 2.5 s; the time
 * stands inside the message's text; long messages are split by the client. A file waits in a window, and is downloaded
 * by a person's own press. Edits in the compose box.
 * Sources: morethanwords/tweb src/components/chat/input.ts, src/components/inputField.ts,
 * src/components/popups/newMedia.tsx, src/components/wrappers/document.ts, sf:54748126017, sf:70182497825.
 */
import { h, input, link } from '../framework/dom';
import type { SitePage } from '../framework/site-page';

export const page: SitePage = {
  site: 'telegram',
  id: 'telegram-k',
  host: 'web.telegram.org',
  sources: [
    'morethanwords/tweb src/components/chat/input.ts',
    'morethanwords/tweb src/components/inputField.ts',
    'morethanwords/tweb src/components/popups/newMedia.tsx',
    'morethanwords/tweb src/components/wrappers/document.ts',
    'sf:54748126017',
    'sf:70182497825',
  ],
  address: ({ peer }) => `/k/#${peer.id}`,
  chat: ({ peer }) => peer.id,
  editor: 'contenteditable',
  limit: { characters: 4096, above: 'split' },
  draft: 2500,
  list: 'all',
  echo: 'keep',
  deleted: 'goes',
  downloads: 'by-hand',
  mangle: {
    rewrite: ['trim', 'no-blank-lines'],
    draw: ['markdown', 'links', 'mentions', 'emoji-images'],
    lines: 'kept',
    inside: ['time'],
  },
  build: ({ me, peer }) => {
    const preview = h('div.dialog-subtitle');
    const place = h('div.input-message-container');
    const send = h('button.btn-icon.btn-send', '➤');
    const record = h('button.btn-icon.btn-record', '🎤');
    const chooser = input('[type="file"][multiple][hidden]');
    const cancel = h('button.btn-icon.reply-cancel', '×');
    const edited = h('div.reply-wrapper[hidden]', cancel);
    const rows = h('div.bubbles-inner');
    const scroller = h('div.scrollable.scrollable-y', rows);
    return {
      sidebar: h('div.chatlist', h('a.chatlist-chat', h('div.peer-title', peer.name), preview)),
      main: h(
        'div.chat.active',
        h('div.chat-info', h('span.peer-title', peer.name)),
        h('div.bubbles', scroller),
        h(
          'div.chat-input',
          h(
            'div.input-message-input.input-field-input-fake[contenteditable="true"][aria-hidden="true"][hidden]',
          ),
          edited,
          h('div.new-message-wrapper', place, chooser),
          send,
          record,
        ),
      ),
      place,
      box: { class: 'input-message-input', role: 'textbox', 'data-peer-id': peer.id },
      send,
      scroller,
      rows,
      edits: {
        at: 'compose-box',
        cancel,
        show: (isEditing) => {
          edited.hidden = !isEditing;
          send.classList.toggle('edit', isEditing);
        },
      },
      files: {
        input: chooser,
        drops: false,
        waits: {
          at: 'dialog',
          open: (name) => {
            const confirm = h('button.btn-primary.btn-color-primary', 'Send');
            const caption = h('div.input-message-input[contenteditable="true"]');
            return {
              confirm,
              element: h(
                'div.popup.popup-new-media.active',
                h('div.document', h('div.document-name', name)),
                h('div.popup-input-container', caption, confirm),
              ),
            };
          },
        },
      },
      previews: [preview],
      ways: { voice: record },
      row: () => {
        const text = h('div.message.spoilers-container');
        const edit = h('button[aria-label="Edit"]', '✎');
        const name = h('div.document-name');
        const file = h('div.document', h('div.document-ico'), name);
        const remove = h('button[aria-label="Delete"]', '🗑');
        const quote = h('div.reply-content');
        const reply = h('button.reply-button', '↩');
        const bubble = h('div.bubble', h('div.bubble-content', quote, file, text, reply, edit, remove));
        return {
          element: bubble,
          text,
          edit,
          remove,
          attachment: { element: file, link: link(''), name },
          quote,
          reply,
          show: ({ id, from, state }) => {
            bubble.className = `bubble ${from === me.id ? 'is-out' : 'is-in'} ${state === 'pending' ? 'is-sending' : ''}`;
            bubble.dataset['mid'] = id;
          },
        };
      },
    };
  },
};
