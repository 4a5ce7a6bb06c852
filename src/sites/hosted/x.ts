/**
 * X: the chat at /i/chat, which stands in one open shadow root since autumn 2026, and the direct messages that it replaced
 * where they linger. A file waits as a card in the composer and goes with Enter; its chat encrypts it and gives it to
 * nobody as an address, so the person downloads it.
 */
import type { SiteFacts } from '../facts';

export const facts: SiteFacts = {
  id: 'x',
  name: 'X',
  hosts: ['x.com', 'twitter.com'],
  confidence: 'sourced',
  sources: [
    'sf:68641035138',
    'sf:67493348205',
    'sf:71589892421',
    'sf:55185925929',
    'sf:70355124075',
    'sf:70946333787',
    'sf:71647406548',
    'sf:70897233150',
    'sf:71359575613',
    'sf:56468733342',
  ],
  asOf: '2026-10',
  surfaces: [
    {
      chat: {
        from: 'path',
        // A passcode page stands at /i/chat/pin, and is no chat.
        patterns: [/^\/i\/chat\/(?:requests\/)?(?!pin\b|requests\b)([^/]+)/, /^\/messages\/([\d-]+)/],
      },
      title: [
        '[data-testid="xchatEmbedRoute"] >> [data-testid="dm-conversation-username"]',
        '[data-testid="dm-conversation-username"]',
        'main h2',
      ],
      box: [
        '[data-testid="xchatEmbedRoute"] >> textarea[data-testid="dm-composer-textarea"]',
        'textarea[data-testid="dm-composer-textarea"]',
        '[data-testid="dmComposerTextInput"]',
      ],
      area: '[data-testid="dm-composer-container"], [data-testid="dm-composer-form"], form, aside',
      list: [
        '[data-testid="xchatEmbedRoute"] >> [data-testid="dm-message-list-container"]',
        '[data-testid="xchatEmbedRoute"] >> [data-testid="dm-message-list"]',
        '[data-testid="dm-message-scroller"]',
        '[data-testid="dm-message-list"]',
        '[data-testid="DmActivityViewport"]',
      ],
      send: [
        '[data-testid="xchatEmbedRoute"] >> [data-testid="dm-composer-send-button"]',
        '[data-testid="dm-composer-send-button"]',
        '[data-testid="dmComposerSendButton"]',
      ],
    },
  ],
  text: [
    '[data-testid^="message-text-"] span[dir="auto"]',
    '[data-testid^="message-text-"]',
    '[data-testid="messageEntry"] [data-testid="tweetText"]',
  ],
  row: ['[data-testid^="message-"]:not([data-testid^="message-text-"])', '[data-testid="messageEntry"]'],
  previews: ['[data-testid^="dm-conversation-item-"]', '[data-testid="conversation"]'],
  pending: ['[data-send-status="pending"]', '[data-send-status="sending"]'],
  failed: ['[data-send-status="failed"]', '[data-send-status="error"]'],
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
  upload: {
    takes: 'any',
    offers: ['input'],
    input: [
      '[data-testid="xchatEmbedRoute"] >> input[data-testid="dm-composer-file-input"]',
      'input[data-testid="dm-composer-file-input"]',
    ],
    most: null,
    attachment: [],
    link: [],
    card: [
      '[data-testid="xchatEmbedRoute"] >> [data-testid="dm-composer-container"] [data-testid*="attachment"]:not([data-testid="dm-composer-attachment-button"])',
      '[data-testid="dm-composer-container"] [data-testid*="attachment"]:not([data-testid="dm-composer-attachment-button"])',
    ],
  },
  otherWays: [
    {
      kind: 'voice',
      control: ['[data-testid="dm-composer-voice-button"]'],
    },
    { kind: 'picture', control: ['[data-testid="dm-composer-gif-button"]'] },
  ],
};
