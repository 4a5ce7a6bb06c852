/**
 * What the side panel and the content script of the tab beside it say to each other over the browser's own port:
 * ciphertext, order and outcomes. The panel opens the port, so that no page can.
 */
import * as v from 'valibot';
import { errorCodes } from './errors';
import { chatTitle, conversationKey, nonce, wireText } from './shapes';

/** The page that may open the port. */
export const PANEL_PAGE = 'popup/panel.html';

/** Messages told of one list, at most: the last ones. */
export const MOST_LISTED = 2000;

const id = v.pipe(v.number(), v.integer());
const ids = v.pipe(v.array(id), v.maxLength(MOST_LISTED));

// ---- to the panel
export const toPanel = v.variant('type', [
  /** Which chat is open in the page now; null: none. The panel has the core confirm that this tab may speak for it. */
  v.strictObject({
    type: v.literal('chat'),
    chat: v.nullable(
      v.strictObject({
        conversation: conversationKey,
        title: chatTitle,
        limit: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(100), v.maxValue(400_000))),
        newlines: v.boolean(),
      }),
    ),
  }),
  /** The encrypted messages that stand in the page's list now, in its order. */
  v.strictObject({
    type: v.literal('list'),
    items: v.pipe(
      v.array(
        v.strictObject({
          id,
          /** Given once; afterwards the panel knows it by id. */
          wire: v.optional(wireText),
          /** Where the messenger shows it: own messages stand at the end of the line. Style alone. */
          side: v.picklist(['start', 'end']),
        }),
      ),
      v.maxLength(MOST_LISTED),
    ),
  }),
  v.strictObject({ type: v.literal('progress'), ticket: nonce, part: v.number(), total: v.number() }),
  v.strictObject({ type: v.literal('sent'), ticket: nonce }),
  v.strictObject({
    type: v.literal('failed'),
    ticket: nonce,
    code: v.picklist(errorCodes),
    detail: v.pipe(v.string(), v.maxLength(300)),
  }),
]);
export type ToPanel = v.InferOutput<typeof toPanel>;
export type PanelChat = NonNullable<Extract<ToPanel, { type: 'chat' }>['chat']>;
export type Listed = Extract<ToPanel, { type: 'list' }>['items'][number];

// ---- from the panel
export const fromPanel = v.variant('type', [
  /** For this conversation alone: if the page shows another by now, nothing is sent. */
  v.strictObject({
    type: v.literal('send'),
    ticket: nonce,
    conversation: conversationKey,
    parts: v.pipe(v.array(wireText), v.minLength(1), v.maxLength(64)),
  }),
  /** The wire texts of these ids are not known here. */
  v.strictObject({ type: v.literal('need'), ids }),
  /** The person pastes this ciphertext into the page by hand: its box is to take it. Null: no more. */
  v.strictObject({ type: v.literal('copied'), ticket: nonce, wire: v.nullable(wireText) }),
  /** Scrolls the page's list back, so that it loads what was written before. */
  v.strictObject({ type: v.literal('earlier') }),
]);
export type FromPanel = v.InferOutput<typeof fromPanel>;
