/** What stands in the page of each product that people host themselves: all that is known of it before it is there. */

export const productMarks = {
  element: ['.mx_MatrixChat'],
  mattermost: ['#post_textbox', '#channel_view'],
  rocketchat: ['textarea[name="msg"]', '[data-qa-id="message-composer-input"]'],
  zulip: ['#compose-textarea', '#zfilt'],
  'discourse-chat': ['.chat-composer', '.chat-channel'],
  thelounge: ['#viewport #sidebar .channel-list-item', '#viewport #chat-container'],
  converse: ['converse-root', 'converse-chats'],
  demo: ['html[data-messenger="demo"]'],
} as const satisfies Record<string, readonly string[]>;
