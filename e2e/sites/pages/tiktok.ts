/**
 * TikTok's direct messages. Draft.js; the address names no chat, the header has the other's user name. What sends is a
 * drawing.
 * Sources: sf:68366214813, sf:55711352704, sf:70497264606, sf:71486867081.
 */
import { h } from '../framework/dom';
import type { SitePage } from '../framework/site-page';

export const page: SitePage = {
  site: 'tiktok',
  id: 'tiktok',
  host: 'www.tiktok.com',
  sources: ['sf:68366214813', 'sf:55711352704', 'sf:70497264606', 'sf:71486867081'],
  address: () => '/messages?lang=en',
  chat: ({ peer }) => `@${peer.handle}`,
  editor: 'draft',
  limit: { characters: 1000, above: 'block' },
  draft: null,
  list: 'all',
  echo: 'replace',
  mangle: { rewrite: ['trim'], draw: ['links', 'mentions'], lines: 'kept' },
  build: ({ peer }) => {
    const preview = h('span');
    const place = h('div[data-e2e="dm-new-input-editor"]');
    const drawing = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    for (const [name, value] of Object.entries({ 'data-e2e': 'dm-new-send-btn', width: '24', height: '24' }))
      drawing.setAttribute(name, value);
    const send = h('div', drawing);
    const sticker = h('button[data-e2e="dm-new-emoji-btn"]', '🙂');
    const rows = h('div');
    const scroller = h('div[data-e2e="dm-new-message-list"]', rows);
    return {
      sidebar: h(
        'div[data-e2e="dm-new-conversation-list"]',
        h(
          'div[data-e2e="dm-new-conversation-item"][data-conv-id="0:1:1001:2002"]',
          h('p', peer.name),
          preview,
        ),
      ),
      main: h(
        'div',
        h(
          'div[data-e2e="dm-new-header"]',
          h('p[data-e2e="chat-nickname"]', peer.name),
          h('p[data-e2e="chat-uniqueid"]', `@${peer.handle}`),
        ),
        scroller,
        h('div[data-e2e="dm-new-input"]', place, sticker, send),
      ),
      place,
      box: { role: 'textbox', 'aria-label': 'Send a message...' },
      send,
      scroller,
      rows,
      previews: [preview],
      ways: { sticker },
      row: () => {
        const text = h('p[data-e2e="dm-new-message-text"]');
        return { element: h('div[data-e2e="dm-new-chat-item"]', h('div', text)), text };
      },
    };
  },
};
