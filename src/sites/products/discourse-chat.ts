/**
 * Discourse's chat: a textarea, in the full page or in a drawer over the forum. Drafts go to the server. Which endings a
 * file may have is the forum's to say, and by default it is those of pictures: elsewhere the site refuses an encrypted one.
 * An old message is edited in the compose box, under a line that says so.
 */
import type { SiteFacts } from '../facts';
import { productMarks } from '../product-marks';

export const facts: SiteFacts = {
  id: 'discourse-chat',
  name: 'Discourse chat',
  hosts: [],
  product: productMarks['discourse-chat'],
  confidence: 'fair',
  sources: [
    'discourse/discourse plugins/chat/assets/javascripts/discourse/components/chat-composer.gjs',
    'discourse/discourse 269b6177',
    'discourse/discourse plugins/chat/assets/javascripts/discourse/components/chat-composer-uploads.gjs',
    'discourse/discourse plugins/chat/assets/javascripts/discourse/components/chat-upload.gjs',
    'discourse/discourse plugins/chat/assets/javascripts/discourse/components/chat-composer-message-details.gjs',
    'sf:71046841076',
  ],
  asOf: '2026-10',
  surfaces: [
    {
      at: /^\/chat\/c\//,
      chat: { from: 'path', patterns: [/^\/chat\/c\/[^/]+\/(\d+(?:\/t\/\d+)?)/] },
      title: ['.chat-channel-name__label', '.c-navbar__title', '.chat-navbar'],
      box: ['.chat-composer textarea.chat-composer__input', '.chat-composer__input'],
      area: '.chat-composer__inner-container, .chat-composer',
      list: ['.chat-messages-container', '.chat-messages-scroller'],
      send: ['.chat-composer-button.-send'],
    },
  ],
  text: ['.chat-cooked'],
  row: ['.chat-message-container[data-id]'],
  previews: ['.chat-reply', '.chat-channel__last-message'],
  pending: ['.-staged'],
  failed: ['.-errored'],
  seeMore: ['.chat-message-collapser-button'],
  edit: {
    box: [
      '.chat-composer__wrapper:has(.chat-composer-message-details[data-action="edit"]) .chat-composer__input',
    ],
    area: '.chat-composer__inner-container, .chat-composer',
    save: ['.chat-composer-button.-send'],
    cancel: ['.chat-composer-message-details .cancel-message-action'],
  },
  editor: 'textarea',
  insert: ['value'],
  enter: 'setting',
  limit: 6000,
  part: 4000,
  pace: 1000,
  newlines: true,
  drafts: 'server',
  upload: {
    takes: 'any',
    offers: ['input', 'paste'],
    input: ['#channel-file-uploader', '.chat-composer__wrapper input.hidden-upload-field[type="file"]'],
    // As the forum has it.
    most: null,
    attachment: ['.chat-message-container a.chat-other-upload'],
    link: ['a.chat-other-upload'],
  },
  otherWays: [
    { kind: 'reaction', control: ['.chat-message-react-btn', '.chat-message-reaction', '.react-btn'] },
  ],
};
