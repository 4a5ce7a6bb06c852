/**
 * Zulip. A textarea; a message is shown at once and drawn anew when the server has rendered its Markdown.
 * Sources: zulip/zulip web/src/drafts.ts (2025-07), sf:320077354.
 */
import { h, input } from '../framework/dom';
import type { SitePage } from '../framework/site-page';

export const page: SitePage = {
  site: 'zulip',
  id: 'zulip',
  host: 'zulip.example.org',
  sources: ['zulip/zulip web/src/drafts.ts', 'sf:320077354'],
  address: ({ peer }) => `/#narrow/dm/${peer.id}-${peer.handle}`,
  chat: ({ peer }) => `dm/${peer.id}-${peer.handle}`,
  editor: 'textarea',
  limit: { characters: 10_000, above: 'block' },
  draft: null,
  list: 'all',
  echo: 'replace',
  deleted: 'goes',
  mangle: { rewrite: ['trim'], draw: ['markdown', 'emoticons', 'links', 'mentions'], lines: 'paragraphs' },
  build: ({ peer }) => {
    const place = h('div');
    const send = h('button#compose-send-button', '➤');
    const file = input('[type="file"][hidden]');
    const rows = h('div.message-list.focused-message-list');
    const scroller = h('div#message_feed_container', rows);
    return {
      sidebar: h('div#left-sidebar', peer.name),
      main: h(
        'div.column-middle',
        h('div.navbar-title', peer.name),
        scroller,
        h('div#compose', h('div#compose-content', place, file, send)),
      ),
      place,
      box: { id: 'compose-textarea', 'aria-label': 'Compose your message' },
      send,
      scroller,
      rows,
      edits: {
        at: 'row',
        open: () => {
          const at = h('div');
          const save = h('button.message_edit_save', 'Save');
          const cancel = h('button.message_edit_cancel', 'Cancel');
          const element = h('div.message_edit_form', at, save, cancel);
          return { element, place: at, box: { class: 'message_edit_content' }, save, cancel };
        },
      },
      row: () => {
        const text = h('div.message_content.rendered_markdown');
        const edit = h('button[aria-label="Edit"]', '✎');
        const remove = h('button[aria-label="Delete"]', '🗑');
        const element = h('div.message_row', text, edit, remove);
        return {
          element,
          text,
          edit,
          remove,
          show: ({ state }) => {
            element.classList.toggle('locally-echoed', state === 'pending');
          },
        };
      },
    };
  },
};
