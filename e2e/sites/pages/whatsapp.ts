/**
 * WhatsApp Web. No id of the chat in the address; Lexical; a long message is folded and its tail is not in the page. A
 * file is asked for by an entry of a menu and waits in a preview; a document is loaded when it is pressed.
 * Sources: sf:69605960901, sf:71503442991 (2026-09), sf:66903640431 (read more), sf:23531540406 (headers),
 * sf:71271564625, sf:57470348440, sf:70486324060 (files).
 */
import { h } from '../framework/dom';
import type { SitePage } from '../framework/site-page';
import { askedBy, savedBy } from '../framework/uploads';

export const page: SitePage = {
  site: 'whatsapp',
  id: 'whatsapp',
  host: 'web.whatsapp.com',
  sources: [
    'sf:69605960901',
    'sf:71503442991',
    'sf:66903640431',
    'sf:23531540406',
    'sf:71271564625',
    'sf:57470348440',
    'sf:70486324060',
  ],
  address: () => '/',
  chat: ({ peer }) => peer.name,
  headers: { 'cross-origin-embedder-policy-report-only': 'require-corp' },
  editor: 'lexical',
  limit: { characters: 65_536, above: 'cut' },
  draft: null,
  list: 'window',
  echo: 'keep',
  deleted: 'word',
  title: 'message',
  mangle: {
    rewrite: ['trim'],
    draw: ['markdown', 'links', 'emoji-images'],
    lines: 'kept',
    seeMore: { at: 3500, tailInDom: false },
  },
  build: ({ me, peer }) => {
    const preview = h('span[dir="ltr"]');
    const place = h('div');
    const send = h(
      'button[aria-label="Send"][data-testid="compose-btn-send"]',
      h('span[data-icon="wds-ic-send-filled"]', '➤'),
    );
    const voice = h('button[aria-label="Voice message"]', h('span[data-icon="mic-outlined"]', '🎤'));
    const attach = h('button[aria-label="Attach"]', h('span[data-icon="plus-rounded"]', '+'));
    const entry = h('li[role="button"]', h('span[data-icon="attach-document"]', 'Document'));
    const menu = h('ul[hidden]', entry);
    attach.addEventListener('click', () => menu.toggleAttribute('hidden'));
    entry.addEventListener('click', () => menu.setAttribute('hidden', ''));
    const rows = h('div[role="application"]');
    const scroller = h('div[data-testid="conversation-panel-messages"]', rows);
    return {
      sidebar: h(
        'div#pane-side',
        h(
          'div[role="grid"]',
          h(
            'div[role="row"][data-testid="cell-frame-container"]',
            h(`span[title="${peer.name}"]`, peer.name),
            preview,
          ),
        ),
      ),
      main: h(
        'div#main',
        h(
          'header',
          h(
            'div[data-testid="conversation-info-header-chat-title"]',
            h(`span[title="${peer.name}"][dir="auto"]`, peer.name),
          ),
        ),
        scroller,
        h('footer', h('div', attach, menu, place, send, voice)),
      ),
      place,
      box: {
        role: 'textbox',
        'data-tab': '10',
        'data-lexical-editor': 'true',
        'data-testid': 'conversation-compose-box-input',
        'aria-label': `Type a message to ${peer.name}`,
      },
      send,
      scroller,
      rows,
      edits: {
        at: 'dialog',
        open: () => {
          const at = h('div');
          return {
            element: h('div[role="dialog"]', at),
            place: at,
            box: { role: 'textbox', 'aria-label': 'Edit message' },
            save: null,
            cancel: null,
          };
        },
      },
      files: {
        input: askedBy(entry),
        drops: true,
        waits: {
          at: 'dialog',
          open: (name) => {
            const icon = h('span[data-icon="wds-ic-send-filled"]', '➤');
            const confirm = h('div[role="button"][aria-label="Send"]', icon);
            const caption = h('div[role="textbox"][contenteditable="true"][aria-label="Add a caption"]');
            return { confirm, element: h('div', h('div', name), caption, confirm) };
          },
        },
      },
      previews: [preview],
      ways: { voice },
      row: () => {
        const text = h('span[dir="ltr"]');
        const edit = h('button[aria-label="Edit"]', '✎');
        const remove = h('button[aria-label="Delete"]', '🗑');
        const seeMore = h('div[role="button"][data-testid="read-more"]', 'Read more');
        const name = h('span');
        const file = h('div[role="button"]', h('div[data-testid="document-thumb"]'), name);
        const quote = h('span[data-testid="quoted-message"][dir="auto"]');
        const reply = h('button[aria-label="Reply"]', '↩');
        const copyable = h(
          'div.copyable-text',
          quote,
          h('span.selectable-text.copyable-text[data-testid="selectable-text"]', text),
          seeMore,
        );
        const element = h('div[role="row"]', h('div[data-id]', copyable, file, reply, edit, remove));
        return {
          element,
          text,
          edit,
          remove,
          attachment: savedBy(file, file, name),
          quote,
          seeMore,
          reply,
          show: ({ from, state }) => {
            copyable.dataset['prePlainText'] = `[12:00, 1/1/2026] ${from === me.id ? me.name : peer.name}: `;
            element.dataset['state'] = state;
          },
        };
      },
    };
  },
};
