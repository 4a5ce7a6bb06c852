/**
 * VK: a key press made by a script sends nothing there, the button does. Files go by a menu over the box (a clip), of which
 * no source shows the entries or an input. While an old message is edited, its text stands in the compose box.
 */
import type { SiteFacts } from '../facts';

export const facts: SiteFacts = {
  id: 'vk',
  name: 'VK',
  hosts: ['vk.com', 'vk.ru', 'web.vk.me'],
  confidence: 'fair',
  sources: [
    'sf:57989352775',
    'sf:69416090235',
    'sf:58835417225',
    'sf:55710920027',
    'sf:67367019720',
    'sf:62888456278',
    'sf:59831298756',
  ],
  asOf: '2026-08',
  surfaces: [
    {
      chat: { from: 'address', patterns: [/\/im\/convo\/(-?\d+)/, /\/convo\/(-?\d+)/, /[?&]sel=(c?-?\d+)/] },
      title: ['.ConvoHeader__title', '.ConvoHeader h2'],
      box: ['.ComposerInput__input[contenteditable]', '.ConvoComposer__input'],
      area: '.ConvoComposer',
      list: ['.ConvoHistory'],
      send: ['.ConvoComposer__sendButton--submit'],
    },
  ],
  text: ['.ConvoMessage__text'],
  row: ['.ConvoMessage'],
  previews: ['.ConvoListItem__message', '.ConvoMessage__reply'],
  pending: [],
  failed: [],
  seeMore: [],
  edit: {
    box: ['.ConvoMain__composer:has(.ConvoComposer__editing) .ComposerInput__input[contenteditable]'],
    area: '.ConvoComposer',
    save: ['.ConvoComposer__sendButton--submit'],
    cancel: ['.ComposerOverMessage__close'],
  },
  editor: 'contenteditable',
  insert: ['command', 'paste'],
  enter: 'none',
  limit: 4096,
  part: 3500,
  pace: 1100,
  newlines: false,
  drafts: 'unknown',
  upload: 'unknown',
  otherWays: [
    { kind: 'voice', control: ['.ConvoComposer__sendButton--voice', '.ConvoComposer__sendButton--mic'] },
    { kind: 'reaction', control: ['.ConvoMessage .ReactionChip', '.ReactionChip'] },
  ],
};
