/** Discourse's chat: a textarea, in the full page or in a drawer over the forum. Drafts go to the server. */
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
  ],
  asOf: '2025-06',
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
  edit: null,
  editor: 'textarea',
  insert: ['value'],
  enter: 'setting',
  limit: 6000,
  part: 4000,
  pace: 1000,
  newlines: true,
  drafts: 'server',
  upload: null,
  otherWays: [],
};
