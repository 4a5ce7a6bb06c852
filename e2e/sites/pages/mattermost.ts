/**
 * Mattermost. A textarea of React's; drafts go to the server; long posts are cut by style; "Edited" stands in the text.
 * Sources: sf:63183885748, sf:9660420095, sf:53633557500, sf:71496012123.
 */
import { h, input } from '../framework/dom';
import type { SitePage } from '../framework/site-page';

export const page: SitePage = {
  site: 'mattermost',
  id: 'mattermost',
  host: 'mattermost.example.org',
  sources: ['sf:63183885748', 'sf:9660420095', 'sf:53633557500', 'sf:71496012123'],
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
    const file = input('[type="file"][hidden]');
    const rows = h('div#postListContent');
    const scroller = h('div.post-list__dynamic', rows);
    return {
      sidebar: h('nav', peer.name),
      main: h(
        'div#channel_view',
        h('div#channelHeaderTitle', peer.name),
        scroller,
        h('div#post-create', h('div.AdvancedTextEditor', place, file, send)),
      ),
      place,
      box: { id: 'post_textbox', 'aria-label': `Write to ${peer.name}` },
      send,
      scroller,
      rows,
      edits: {
        at: 'row',
        open: () => {
          const at = h('div');
          const save = h('button.save', 'Save');
          const cancel = h('button.cancel', 'Cancel');
          return {
            element: h('div', at, cancel, save),
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
        const seeMore = h('button.post-collapse__show-more-button', 'Show more');
        const element = h('div.post', h('div.post__body', text, seeMore), edit, remove);
        return {
          element,
          text,
          edit,
          remove,
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
