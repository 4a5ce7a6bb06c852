/** X: the chat at /i/chat, and the direct messages that it replaced where they linger. */
import type { SiteFacts } from '../facts';

export const facts: SiteFacts = {
  id: 'x',
  name: 'X',
  hosts: ['x.com', 'twitter.com'],
  confidence: 'sourced',
  sources: ['sf:68641035138', 'sf:67493348205', 'sf:71589892421', 'sf:55185925929'],
  asOf: '2026-09',
  surfaces: [
    {
      chat: {
        from: 'path',
        // A passcode page stands at /i/chat/pin, and is no chat.
        patterns: [/^\/i\/chat\/(?:requests\/)?(?!pin\b|requests\b)([^/]+)/, /^\/messages\/([\d-]+)/],
      },
      title: ['[data-testid="dm-conversation-username"]', 'main h2'],
      box: ['textarea[data-testid="dm-composer-textarea"]', '[data-testid="dmComposerTextInput"]'],
      area: '[data-testid="dm-composer-container"], form, aside',
      list: [
        '[data-testid="dm-message-scroller"]',
        '[data-testid="dm-message-list"]',
        '[data-testid="DmActivityViewport"]',
      ],
      send: ['[data-testid="dm-composer-send-button"]', '[data-testid="dmComposerSendButton"]'],
    },
  ],
  text: [
    '[data-testid^="message-text-"] span[dir="auto"]',
    '[data-testid^="message-text-"]',
    '[data-testid="messageEntry"] [data-testid="tweetText"]',
  ],
  row: ['[data-testid^="message-"]:not([data-testid^="message-text-"])', '[data-testid="messageEntry"]'],
  previews: ['[data-testid^="dm-conversation-item-"]', '[data-testid="conversation"]'],
  pending: [],
  failed: [],
  seeMore: [],
  edit: null,
  editor: 'textarea',
  insert: ['value', 'paste'],
  enter: 'enter',
  limit: 10_000,
  part: 4000,
  pace: 1100,
  newlines: false,
  drafts: 'unknown',
  upload: null,
  otherWays: [],
};
