/**
 * What content scripts ask of the core: ciphertext and public facts only. Apart from the other requests, so that the
 * scripts that run in every page of a messenger carry no schema that they do not use.
 */
import * as v from 'valibot';
import { contentReplies } from './content-replies';
import { health } from './health';
import { chatTitle, conversationKey, nonce, siteId, wireText } from './shapes';

/** `content`: a content script. `frame`: our page inside a web page. `page`: the popup, or it as a full page. */
type SenderKind = 'content' | 'frame' | 'page';
export const frameKind = v.picklist(['composer', 'reader', 'prompt']);
export type FrameKind = v.InferOutput<typeof frameKind>;

export type Entry = {
  readonly from: readonly SenderKind[];
  readonly request: v.GenericSchema;
  readonly reply: v.GenericSchema;
};

/**
 * `writing` puts ciphertext and files into the page and tells of arrivals; `panel` serves a side panel; `previews` shows
 * words for ciphertext outside of messages.
 */
const pagePart = v.picklist(['writing', 'panel', 'previews']);

/** Messages that are told of at once, at most: the newest. */
export const MOST_ARRIVED = 8;

export const contentRequests = {
  /** What stands at this chat. Members are left out for content scripts (an empty list). */
  'chat.look': {
    from: ['content', 'page'],
    request: v.strictObject({ conversation: conversationKey, title: chatTitle }),
    reply: contentReplies['chat.look'],
  },
  /** Puts the script of the product that stands in the page into that document. */
  'site.load': {
    from: ['content'],
    request: v.strictObject({ site: siteId }),
    reply: contentReplies['site.load'],
  },
  /** Puts a part of the content script that not every page needs into that document. */
  'page.load': {
    from: ['content'],
    request: v.strictObject({ part: pagePart }),
    reply: contentReplies['page.load'],
  },
  /**
   * Announces a frame that the content script, or the side panel, is about to place for this conversation. The nonce is
   * for that frame alone.
   */
  'frame.place': {
    from: ['content', 'page'],
    request: v.strictObject({
      kind: frameKind,
      conversation: conversationKey,
      title: chatTitle,
      /** Longest text the site sends as one message, in characters; null: unknown. */
      limit: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(100), v.maxValue(400_000))),
      /** Whether line breaks survive there, so that ASCII armor can be written. */
      newlines: v.boolean(),
    }),
    reply: contentReplies['frame.place'],
  },
  /**
   * Messages that came into the list of an encrypted chat while nobody looked at it: the person may be told of them.
   * The answer is the same whatever they are, and comes before any of them is read.
   */
  'chat.arrived': {
    from: ['content'],
    request: v.strictObject({
      conversation: conversationKey,
      wires: v.pipe(v.array(wireText), v.minLength(1), v.maxLength(MOST_ARRIVED)),
    }),
    reply: contentReplies['chat.arrived'],
  },
  /** How the script gets on with its page: enumerated checks, kept in memory for the popup. */
  'site.health': {
    from: ['content'],
    request: v.strictObject({ site: siteId, health }),
    reply: contentReplies['site.health'],
  },
  /** Runs the page-side insertion in the page's own world: ciphertext in, nothing believed that comes back. */
  'page.insert': {
    from: ['content'],
    request: v.strictObject({
      /** A one-time attribute value that marks the editor element. */
      mark: nonce,
      text: wireText,
      method: v.picklist(['beforeinput', 'paste', 'cut', 'clear']),
    }),
    reply: contentReplies['page.insert'],
  },
  /**
   * Hands an encrypted file between the page's own world and a file input of the content script's with this mark: pastes
   * or drops it, has it chosen where the page asks for a file next, or takes what the page would save next.
   */
  'page.file': {
    from: ['content'],
    request: v.strictObject({ mark: nonce, way: v.picklist(['paste', 'drop', 'choose', 'save']) }),
    reply: contentReplies['page.file'],
  },
} as const satisfies Record<string, Entry>;
