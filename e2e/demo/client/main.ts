/**
 * The demo messenger's page. What scripts and tests may hold on to:
 *
 *   message list   [role="log"] (it is the scroller; one in the document)
 *   messenger      html[data-messenger="demo"]
 *   row            [data-message-id], with class `own` or `other` and data-state sending, sent or failed; recycled,
 *                  placed by transform, not in DOM order
 *   text           .message-text in the row; `.see-more` beside it when it is cut
 *   file           .attachment in the row, with a link that downloads it
 *   quoted preview .quote in the row, with .quote-text
 *   edit           in the compose box under .context[data-about="edit"], or in .row-edit of the row (flag `editsInRow`)
 *   other ways     button.voice in the header, button.quick-reply and button.react in the row; button.call beside the first
 *   compose box    footer [contenteditable][role="textbox"] (Lexical)
 *   send           footer button[aria-label="Send"]
 *   chat's title   header h1
 *   chat's id      the path: /chat/<id>; the user is ?user=
 *   other chats    nav [data-chat-id], with .chat-preview of the last message
 */
import { ChatView } from './chat-view';

const user = new URLSearchParams(location.search).get('user') ?? 'alice';
const view = new ChatView(user);
document.body.append(view.element);
