/**
 * Rocket.Chat: a textarea, in newer builds a contenteditable. The room's draft goes to the server when one leaves it. Files
 * wait as cards in the composer and go with the message; older builds ask in a dialog. An old message is edited in the
 * compose box, while its row says so.
 */
import type { SiteFacts } from '../facts';
import { productMarks } from '../product-marks';

export const facts: SiteFacts = {
  id: 'rocketchat',
  name: 'Rocket.Chat',
  hosts: [],
  product: productMarks.rocketchat,
  confidence: 'fair',
  sources: [
    'RocketChat/Rocket.Chat apps/meteor/client/views/room/composer/messageBox/hooks/useDraft.ts',
    'sf:7002895520',
    'sf:25592285',
    'sf:960161721',
    'RocketChat/Rocket.Chat apps/meteor/client/hooks/useFileInput.ts',
    'RocketChat/Rocket.Chat apps/meteor/client/views/room/composer/messageBox/MessageBox.tsx',
    'RocketChat/Rocket.Chat apps/meteor/client/components/message/variants/RoomMessage.tsx',
    'RocketChat/Rocket.Chat apps/meteor/client/components/message/content/attachments/file/GenericFileAttachment.tsx',
    'RocketChat/Rocket.Chat apps/meteor/tests/e2e/page-objects/fragments/home-content.ts',
  ],
  asOf: '2026-09',
  surfaces: [
    {
      chat: { from: 'path', patterns: [/^\/((?:channel|group|direct)\/[^/]+)/] },
      title: ['.rcx-room-header h1', 'main header h1', 'main header'],
      box: ['textarea[name="msg"]', '[data-qa-id="message-composer-input"]', 'footer [role="textbox"]'],
      area: 'footer',
      list: ['.messages-box'],
      send: ['[data-qa-id="message-composer-send"]', 'footer button[aria-label="Send"]'],
    },
  ],
  text: ['[data-qa-type="message-body"]', '[role="document"][aria-roledescription="message body"]'],
  row: ['[data-qa-type="message"]', '[role="listitem"][aria-roledescription="message"]'],
  previews: ['.rcx-message-thread', '.rcx-sidebar-item', '.rcx-attachment__details'],
  pending: ['[data-qa-pending="true"]', '.rcx-message--pending'],
  failed: [],
  seeMore: [],
  edit: {
    box: [
      'main:has([data-qa-editing="true"]) footer textarea[name="msg"]',
      'main:has(.rcx-message--editing) footer textarea[name="msg"]',
    ],
    area: 'footer',
    save: ['[data-qa-id="message-composer-send"]', 'footer button[aria-label="Send"]'],
  },
  editor: 'textarea',
  insert: ['command', 'paste'],
  enter: 'setting',
  limit: 5000,
  part: 4000,
  pace: 1000,
  newlines: true,
  drafts: 'server',
  upload: {
    takes: 'any',
    offers: ['input', 'drop'],
    input: ['footer input[type="file"]', 'body > input[type="file"]:not([accept])'],
    // As the server has it.
    most: null,
    attachment: ['.rcx-message-generic-preview', '[data-qa-type="message-attachment"]'],
    link: ['a[href*="/file-upload/"]', '[data-qa-type="attachment-title-link"]'],
    confirm: ['#modal-root .rcx-button-group--align-end .rcx-button--primary'],
  },
  otherWays: [{ kind: 'reaction', control: ['.rcx-message-reactions__reaction', '.rcx-message-reactions'] }],
};
