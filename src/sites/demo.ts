/** The small messenger of `e2e/demo`: what `npm start` and the tests talk in. */
import { firstVisible, hosted, type Site } from '../content/site';

export const demo: Site = {
  id: 'demo',
  detect: () => document.documentElement.dataset['messenger'] === 'demo',
  chat: () => {
    const [, chat] = /^\/chat\/([^/]+)/.exec(location.pathname) ?? [];
    if (chat === undefined) return null;
    const title = document.querySelector('header h1')?.textContent ?? '';
    return {
      conversation: { site: 'demo', chat: hosted(decodeURIComponent(chat)) },
      title: title.slice(0, 200),
    };
  },
  composeBox: () => firstVisible(['footer [contenteditable][role="textbox"]']),
  composeArea: (box) => box.closest<HTMLElement>('footer') ?? box,
  messageRoot: () => document.querySelector('[role="log"]'),
  sendButton: (box) => box.closest('footer')?.querySelector<HTMLElement>('button[aria-label="Send"]') ?? null,
  insert: ['beforeinput', 'paste'],
  limit: null,
  newlines: false,
  delivery: (text) => {
    const state = text.closest<HTMLElement>('[data-message-id]')?.dataset['state'];
    if (state === 'failed') return 'failed';
    return state === 'sending' ? 'pending' : 'sent';
  },
  isMessageText: (element) => element.matches('.message-text'),
  seeMore: (text) => text.closest('[data-message-id]')?.querySelector<HTMLElement>('button.see-more') ?? null,
  pace: 100,
};
