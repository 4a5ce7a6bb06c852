/**
 * LinkedIn messages: the full page, and the windows over every other page. Two inputs: one takes pictures, the other lists
 * endings (`image/*,.ai,.psd,.pdf,.doc,...,.mp4`), so that an encrypted file goes by neither.
 */
import type { SiteFacts } from '../facts';

export const facts: SiteFacts = {
  id: 'linkedin',
  name: 'LinkedIn',
  hosts: ['www.linkedin.com'],
  confidence: 'fair',
  sources: [
    'Briskine/briskine src/content/editors',
    'sf:30384928465',
    'sf:54291493239',
    'sf:56109024249',
    'sf:71374273675',
    'sf:68292762702',
    'sf:70973649183',
  ],
  asOf: '2026-10',
  surfaces: [
    {
      at: /^\/messaging\//,
      chat: { from: 'path', patterns: [/^\/messaging\/thread\/([^/]+)/] },
      title: ['.msg-entity-lockup__entity-title', '.msg-thread h2'],
      box: ['div.msg-form__contenteditable[contenteditable="true"]'],
      area: '.msg-form',
      list: ['.msg-s-message-list', 'ul.msg-s-message-list-content'],
      send: ['button.msg-form__send-button'],
    },
    {
      within: ['.msg-overlay-conversation-bubble', '#interop-outlet >> .msg-overlay-conversation-bubble'],
      chat: {
        from: 'attribute',
        of: ['.msg-overlay-bubble-header__title a[href]', 'h2 a[href]'],
        attribute: 'href',
      },
      title: ['.msg-overlay-bubble-header__title', 'h2'],
      box: ['div.msg-form__contenteditable[contenteditable="true"]'],
      area: '.msg-form',
      list: ['.msg-s-message-list', 'ul.msg-s-message-list-content'],
      send: ['button.msg-form__send-button'],
    },
  ],
  text: ['.msg-s-event-listitem__body'],
  row: ['.msg-s-event-listitem', 'li.msg-s-message-list__event'],
  previews: ['.msg-conversation-card__message-snippet', '.msg-overlay-list-bubble__message-snippet'],
  pending: [],
  failed: ['.msg-s-event-listitem__error-message'],
  seeMore: [],
  edit: null,
  editor: 'contenteditable',
  // A paste leaves the caret in the wrong place there.
  insert: ['command', 'paste'],
  enter: 'setting',
  limit: 8000,
  part: 3500,
  pace: 1500,
  newlines: false,
  drafts: 'unknown',
  upload: {
    takes: 'listed',
    offers: ['input'],
    input: ['input.msg-form__attachment-upload-input:not([accept="image/*"])'],
    most: 20_000_000,
    attachment: [],
    link: [],
  },
  otherWays: [{ kind: 'reaction', control: ['.msg-reactions-reaction-summary-presenter__reaction-button'] }],
};
