/**
 * Slack. Quill, which turns marks into formatting as one types; drafts are synced; long texts become a snippet.
 * Sources: sf:58031902690 (2026-08), sf:57562882805, sf:10757570870, docs.slack.dev, sf:66578803224 and sf:68382008231 (files).
 */
import { h, input, link } from '../framework/dom';
import { policyWithoutTrustedTypes } from '../framework/policy';
import type { SitePage } from '../framework/site-page';
import { addressOf } from '../framework/uploads';

export const page: SitePage = {
  site: 'slack',
  id: 'slack',
  host: 'app.slack.com',
  sources: [
    'sf:58031902690',
    'sf:57562882805',
    'sf:10757570870',
    'docs.slack.dev',
    'sf:66578803224',
    'sf:68382008231',
  ],
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
    const chooser = input('[type="file"][data-qa="file_upload"][multiple][hidden]');
    const cards = h('div');
    const rows = h('div.c-virtual_list__scroll_container[role="presentation"]');
    const scroller = h('div.c-message_list', rows);
    return {
      sidebar: h('nav', h('div[data-qa="channel-sidebar-channel"]', peer.name)),
      main: h(
        'div.p-workspace__primary_view',
        h('div[data-qa="channel_header"]', h('span[data-qa="channel_name"]', peer.name)),
        scroller,
        h('div[data-qa="message_input_container"]', place, cards, chooser, send),
      ),
      place,
      box: { role: 'textbox', 'aria-label': `Message to ${peer.name}` },
      send,
      scroller,
      rows,
      files: {
        input: chooser,
        drops: false,
        waits: { at: 'compose-area', place: cards, card: (name) => h('div', name) },
      },
      edits: {
        at: 'row',
        open: () => {
          const at = h('div');
          const save = h('button.c-button.c-button--primary', 'Save');
          const cancel = h('button.c-button.c-button--outline', 'Cancel');
          const element = h('div[data-qa="message_editor"]', at, cancel, save);
          return { element, place: at, box: { role: 'textbox' }, save, cancel };
        },
      },
      row: () => {
        const text = h('div[data-qa="message-text"]');
        const edit = h('button[data-qa="edit_message"]', '✎');
        const remove = h('button[data-qa="delete_message"]', '🗑');
        const name = h('span[data-qa="file_name"]');
        const address = link('[target="_blank"]');
        const file = h('div[data-qa="message_file"]', name, address);
        const sender = h('button[data-qa="message_sender_name"]');
        const element = h(
          'div.c-virtual_list__item',
          h('div[data-qa="message_container"]', sender, text, file, edit, remove),
        );
        return {
          element,
          text,
          edit,
          remove,
          attachment: { element: file, link: address, name },
          show: ({ from, file: sent }) => {
            address.href = addressOf(sent, '/download/');
            sender.textContent = from === me.id ? me.name : peer.name;
          },
        };
      },
    };
  },
};
