/**
 * Zulip. A textarea; a message is shown at once and drawn anew when the server has rendered its Markdown. The address of a
 * file is put into the box, and goes as text.
 * Sources: zulip/zulip web/src/drafts.ts (2025-07), web/src/upload.ts, sf:320077354.
 */
import { h, input, link } from '../framework/dom';
import type { SitePage } from '../framework/site-page';

export const page: SitePage = {
  site: 'zulip',
  id: 'zulip',
  host: 'zulip.example.org',
  sources: ['zulip/zulip web/src/drafts.ts', 'zulip/zulip web/src/upload.ts', 'sf:320077354'],
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
    const file = input('.file_input[type="file"][multiple][hidden]');
    file.addEventListener('change', () => {
      for (const each of file.files ?? []) void writeAddress(place, each);
    });
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
      files: { input: null, drops: false, waits: null },
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
          attachment: { element: link(''), link: link(''), name: link('') },
          show: ({ state, text: markdown }) => {
            const [, name, address] = /^\[(.+)\]\((.+)\)$/.exec(markdown) ?? [];
            if (name !== undefined && address !== undefined) {
              const upload = link('[target="_blank"]');
              upload.href = address;
              upload.textContent = name;
              text.replaceChildren(upload);
            }
            element.classList.toggle('locally-echoed', state === 'pending');
          },
        };
      },
    };
  },
};

/** Uploads a file and puts its address into the box, to be sent as text. */
async function writeAddress(place: HTMLElement, file: File): Promise<void> {
  write(place, `[Uploading ${file.name}…]()`);
  const upload = await fetch(`/__upload?__page=zulip&name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    headers: { 'content-type': file.type },
    body: file,
  });
  write(place, `[${file.name}](${await upload.text()}#/user_uploads/${file.name})`);
}

/** As if it had been typed: the box is React's. */
function write(place: HTMLElement, text: string): void {
  const box = place.querySelector('textarea');
  if (box === null) return;
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(box, text);
  box.dispatchEvent(new Event('input', { bubbles: true }));
}
