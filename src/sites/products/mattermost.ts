/**
 * Mattermost: a textarea, with a second one in the thread beside it. Drafts go to the server. Files wait as cards below
 * the box and go with the message.
 */
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
  sources: [
    'sf:63183885748',
    'sf:9660420095',
    'sf:53633557500',
    'sf:71496012123',
    'mattermost/mattermost webapp/channels/src/components/file_upload/file_upload.tsx',
    'mattermost/mattermost webapp/channels/src/components/file_attachment/filename_overlay.tsx',
    'mattermost/mattermost webapp/channels/src/components/edit_post/edit_post_footer.tsx',
  ],
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
  edit: {
    box: ['#edit_textbox'],
    area: '.post--editing__wrapper, .AdvancedTextEditor',
    save: ['.post-body__footer .save', '.post__body .save'],
    cancel: ['.post-body__footer .cancel'],
  },
  editor: 'textarea',
  insert: ['value'],
  enter: 'setting',
  limit: 16_383,
  part: 4000,
  pace: 1000,
  newlines: true,
  drafts: 'server',
  upload: {
    takes: 'any',
    offers: ['input', 'paste'],
    input: [
      '#post-create #fileUploadInput',
      '#channel_view #fileUploadInput',
      '#fileUploadInput',
      'input.file-attachment-menu-item-input',
    ],
    // As the server has it.
    most: null,
    attachment: ['.post .post-image__column'],
    link: ['.post-image__download a[href]', 'a[download]'],
  },
  otherWays: [
    {
      kind: 'reaction',
      control: [
        '[id^="CENTER_reaction_"]',
        '[id^="RHS_COMMENT_reaction_"]',
        '.Reaction',
        '.post-add-reaction',
      ],
    },
  ],
};
