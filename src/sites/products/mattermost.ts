/** Mattermost: a textarea, with a second one in the thread beside it. Drafts go to the server. */
import type { SiteFacts } from '../facts';
import { productMarks } from '../product-marks';

const chat = {
  from: 'path',
  patterns: [/^\/([^/]+\/(?:channels|messages)\/[^/]+)/],
} as const;

export const facts: SiteFacts = {
  id: 'mattermost',
  name: 'Mattermost',
  hosts: [],
  product: productMarks.mattermost,
  confidence: 'sourced',
  sources: ['sf:63183885748', 'sf:9660420095', 'sf:53633557500', 'sf:71496012123'],
  asOf: '2026-08',
  surfaces: [
    {
      within: ['#channel_view', '#app-content'],
      chat,
      title: ['#channelHeaderTitle'],
      box: ['#post_textbox'],
      area: '#post-create, .AdvancedTextEditor',
      list: ['#postListContent'],
      send: ['[data-testid="SendMessageButton"]'],
    },
    {
      within: ['#rhsContainer'],
      chat,
      title: ['.sidebar--right__title'],
      box: ['#reply_textbox'],
      area: '.AdvancedTextEditor',
      list: ['.ThreadViewer', '.post-right__content'],
      send: ['[data-testid="SendMessageButton"]'],
    },
  ],
  text: ['[id^="postMessageText_"]', '[id^="rhsPostMessageText_"]'],
  row: ['.post'],
  previews: ['.post__link', '.search-item__container'],
  pending: ['.post--pending'],
  failed: ['.post--fail'],
  seeMore: ['.post-collapse__show-more-button'],
  edit: { box: ['#edit_textbox'], save: ['.post__body .save'] },
  editor: 'textarea',
  insert: ['value'],
  enter: 'setting',
  limit: 16_383,
  part: 4000,
  pace: 1000,
  newlines: true,
  drafts: 'server',
  upload: null,
  otherWays: [],
};
