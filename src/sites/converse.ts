/**
 * Converse.js (XMPP), on whatever host it is served.
 * Facts: conversejs/converse.js 14, src/plugins/chatview/templates and src/shared/chat/templates/message.js.
 */
import { firstVisible, hosted, isVisible, onePlace, type Site } from '../content/site';

/** The chat that is shown: others stay in the document, hidden. */
function heading(): HTMLElement | null {
  return firstVisible(['converse-chat-heading[jid]', 'converse-muc-heading[jid]']);
}

export const converse: Site = {
  id: 'converse',
  detect: () => document.querySelector('converse-root, converse-chats') !== null,
  places: onePlace({
    chat: () => {
      const shown = heading();
      const jid = shown?.getAttribute('jid');
      if (!shown || !jid) return null;
      const title = shown.querySelector('.chatbox-title__text')?.textContent?.trim();
      return {
        conversation: { site: 'converse', chat: hosted(jid) },
        title: (title || jid).slice(0, 200),
      };
    },
    composeBox: () =>
      firstVisible([
        'converse-message-form .chat-textarea[role="textbox"]',
        'converse-message-form textarea.chat-textarea',
        'converse-muc-message-form textarea.chat-textarea',
      ]),
    composeArea: (box) => box.closest<HTMLElement>('.bottom-panel, .chat-bottom-panel') ?? box,
    messageRoot: () => {
      const bodies = document.querySelectorAll('converse-chat-content, converse-muc-chatarea');
      return [...bodies].find(isVisible) ?? null;
    },
    sendButton: (box) => {
      const button = box
        .closest('.bottom-panel, .chat-bottom-panel')
        ?.querySelector<HTMLElement>('button.send-button');
      return button && isVisible(button) ? button : null;
    },
  }),
  insert: ['beforeinput', 'paste'],
  limit: null,
  newlines: false,
  delivery: (text) => (text.closest('.chat-msg--error, .chat-msg--failed') ? 'failed' : 'sent'),
  isMessageText: (element) => element.matches('.chat-msg__text'),
  seeMore: () => null,
  upload: {
    takes: 'any',
    input: (box) =>
      box.closest('.bottom-panel, .chat-bottom-panel')?.querySelector('input[type="file"].fileupload') ??
      null,
    confirm: () => null,
    attachments: () => [],
    link: () => null,
  },
  pace: 300,
};
