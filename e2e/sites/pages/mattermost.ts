/**
 * Mattermost. A textarea of React's; drafts go to the server; long posts are cut by style; "Edited" stands in the text.
 * Sources: sf:63183885748, sf:9660420095, sf:53633557500, sf:71496012123, mattermost/mattermost file_upload.tsx,
 * filename_overlay.tsx, edit_post_footer.tsx.
 */
import { h, input, link } from '../framework/dom';
import type { SitePage } from '../framework/site-page';

export const page: SitePage = {
  site: 'mattermost',
  id: 'mattermost',
  host: 'mattermost.example.org',
  sources: [
    'sf:63183885748',
    'sf:9660420095',
    'sf:53633557500',
    'sf:71496012123',
    'mattermost/mattermost file_upload.tsx',
  ],
  address: ({ peer }) => `/team/messages/@${peer.handle}`,
  chat: ({ peer }) => `team/messages/@${peer.handle}`,
  editor: 'textarea',
  limit: { characters: 16_383, above: 'block' },
  draft: 500,
  list: 'window',
  echo: 'keep',
  deleted: 'word',
  mangle: {
    rewrite: ['trim'],
    draw: ['markdown', 'emoticons', 'links', 'mentions'],
    lines: 'paragraphs',
    inside: ['edited'],
    seeMore: { at: 3000, tailInDom: true },
  },
  build: ({ peer }) => {
    const place = h('div.textbox');
    const send = h('button[data-testid="SendMessageButton"]', '➤');
    const chooser = input('#fileUploadInput[type="file"][multiple][hidden]');
    const cards = h('div.file-preview__container');
    const rows = h('div#postListContent');
    const scroller = h('div.post-list__dynamic', rows);
    return {
      sidebar: h('nav', peer.name),
      main: h(
        'div#channel_view',
        h('div#channelHeaderTitle', peer.name),
        scroller,
        h('div#post-create', h('div.AdvancedTextEditor', place, cards, chooser, send)),
      ),
      place,
      box: { id: 'post_textbox', 'aria-label': `Write to ${peer.name}` },
      send,
      scroller,
      rows,
      files: {
        input: chooser,
        drops: false,
        waits: { at: 'compose-area', place: cards, card: (name) => h('div.file-preview', name) },
      },
      edits: {
        at: 'row',
        open: () => {
          const at = h('div');
          const save = h('button.save', 'Save');
          const cancel = h('button.cancel', 'Cancel');
          return {
            element: h('div.post--editing__wrapper', at, h('div.post-body__footer', cancel, save)),
            place: at,
            box: { id: 'edit_textbox' },
            save,
            cancel,
          };
        },
      },
      row: () => {
        const text = h('div.post-message__text');
        const edit = h('button[aria-label="Edit"]', '✎');
        const remove = h('button[aria-label="Delete"]', '🗑');
        const name = h('span.post-image__name');
        const address = link('[download]');
        const file = h('div.post-image__column', name, h('div.post-image__download', address));
        const seeMore = h('button.post-collapse__show-more-button', 'Show more');
        const element = h('div.post', h('div.post__body', text, seeMore, file), edit, remove);
        return {
          element,
          text,
          edit,
          remove,
          attachment: { element: file, link: address, name },
          seeMore,
          show: ({ id }, own) => {
            text.id = `postMessageText_${id}`;
            element.classList.toggle('current--user', own);
          },
        };
      },
    };
  },
};
