/**
 * Slack. Quill, which turns marks into formatting as one types; drafts are synced; long texts become a snippet.
 * Sources: sf:58031902690 (2026-08), sf:57562882805, sf:10757570870, docs.slack.dev.
 */
import { h, input, link } from '../framework/dom';
import { policyWithoutTrustedTypes } from '../framework/policy';
import type { SitePage } from '../framework/site-page';

export const page: SitePage = {
  site: 'slack',
  id: 'slack',
  host: 'app.slack.com',
  sources: ['sf:58031902690', 'sf:57562882805', 'sf:10757570870', 'docs.slack.dev'],
  address: () => '/client/T01/D02',
  chat: () => 'T01/D02',
  headers: { 'content-security-policy': policyWithoutTrustedTypes },
  editor: 'quill',
  rules: { markup: true },
  limit: { characters: 12_000, above: 'file' },
  draft: 500,
  list: 'window',
  echo: 'replace',
  deleted: 'goes',
  mangle: {
    rewrite: ['trim'],
    draw: ['markdown', 'emoticons', 'links', 'mentions'],
    lines: 'br',
    inside: ['edited'],
  },
  build: ({ me, peer }) => {
    const place = h('div[data-qa="message_input"]');
    const send = h('button[data-qa="texty_send_button"]', '➤');
    const file = input('[type="file"][hidden]');
    const rows = h('div.c-virtual_list__scroll_container[role="presentation"]');
    const scroller = h('div.c-message_list', rows);
    return {
      sidebar: h('nav', h('div[data-qa="channel-sidebar-channel"]', peer.name)),
      main: h(
        'div.p-workspace__primary_view',
        h('div[data-qa="channel_header"]', h('span[data-qa="channel_name"]', peer.name)),
        scroller,
        h('div[data-qa="message_input_container"]', place, file, send),
      ),
      place,
      box: { role: 'textbox', 'aria-label': `Message to ${peer.name}` },
      send,
      scroller,
      rows,
      edits: {
        at: 'row',
        open: () => {
          const at = h('div');
          const save = h('button[data-qa="save"]', 'Save');
          const cancel = h('button[data-qa="cancel"]', 'Cancel');
          const element = h('div[data-qa="message_editor"]', at, cancel, save);
          return { element, place: at, box: { role: 'textbox' }, save, cancel };
        },
      },
      row: () => {
        const text = h('div[data-qa="message-text"]');
        const edit = h('button[data-qa="edit_message"]', '✎');
        const remove = h('button[data-qa="delete_message"]', '🗑');
        const attachment = link('[download]');
        const sender = h('button[data-qa="message_sender_name"]');
        const element = h(
          'div.c-virtual_list__item',
          h('div[data-qa="message_container"]', sender, text, attachment, edit, remove),
        );
        return {
          element,
          text,
          edit,
          remove,
          attachment: { element: attachment, link: attachment, name: attachment },
          show: ({ from }) => {
            sender.textContent = from === me.id ? me.name : peer.name;
          },
        };
      },
    };
  },
};
