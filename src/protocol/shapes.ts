/** Shapes that several messages share. Every object is strict: an unknown field refuses the message. */
import * as v from 'valibot';
import { PIECE_BYTES } from './piece-bytes';

/** Which messenger: an id from `src/sites`, or a host name for the generic one. */
export const siteId = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9.:-]{0,99}$/));
export type SiteId = v.InferOutput<typeof siteId>;
/** The messenger's own id of a chat. The operator chooses it, so it is a label to look up by, never an identity. */
export const chatId = v.pipe(v.string(), v.minLength(1), v.maxLength(512));
export const chatTitle = v.pipe(v.string(), v.maxLength(200));

export const conversationKey = v.strictObject({ site: siteId, chat: chatId });
export type ConversationKey = v.InferOutput<typeof conversationKey>;

export const fingerprint = v.pipe(v.string(), v.regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/));
export const pin = v.pipe(v.string(), v.regex(/^[0-9a-f]{128}$/));
/** Milliseconds since the epoch. */
export const time = v.pipe(v.number(), v.integer());

/** Text a person typed or reads. The limit is in UTF-16 units; the core has a tighter one in bytes. */
export const plaintext = v.pipe(v.string(), v.maxLength(200_000));
/** Ciphertext as chat text: one token or one armored message, as `src/wire` writes and finds it. */
export const wireText = v.pipe(v.string(), v.minLength(1), v.maxLength(400_000));
/** One-time, 128 random bits in hex. */
export const nonce = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));

/** The attribute that marks, for one call, the editor element that the script in the page's own world writes to. */
export const INSERT_MARK = 'data-insert-mark';

/** The person's seal: what tells our frames from a page's forgery. Never leaves the extension's zones. */
export const seal = v.strictObject({
  /** One of the pictures in `src/platform/seal.ts`. */
  picture: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(63)),
  /** Hue in degrees. */
  hue: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(359)),
});
export type Seal = v.InferOutput<typeof seal>;

/** An encrypted file on its way: a blob passes through a port without being copied. */
export const sealedFile = v.custom<Blob>(
  (value) => Object.prototype.toString.call(value) === '[object Blob]',
);

/** Nothing; only who wrote; who, and the text. */
export const notifications = v.picklist(['none', 'name', 'text']);
export type Notifications = v.InferOutput<typeof notifications>;

/** A piece of one. */
export const sealedPiece = v.custom<ArrayBuffer>(
  (value) =>
    Object.prototype.toString.call(value) === '[object ArrayBuffer]' &&
    (value as ArrayBuffer).byteLength <= PIECE_BYTES,
);

/** CSS pixels. */
export const pixels = v.pipe(v.number(), v.minValue(-10_000_000), v.maxValue(10_000_000));

const cssColor = v.pipe(v.string(), v.regex(/^rgba?\([0-9., %/]{5,40}\)$/));
/** How the messenger looks where a frame stands, so that the frame looks at home. From the page: style only. */
export const look = v.strictObject({
  fontFamily: v.pipe(v.string(), v.maxLength(300), v.regex(/^[^;{}<>()@\\]*$/)),
  /** CSS pixels. */
  fontSize: v.pipe(v.number(), v.minValue(8), v.maxValue(40)),
  lineHeight: v.pipe(v.number(), v.minValue(8), v.maxValue(80)),
  color: cssColor,
  background: cssColor,
  dark: v.boolean(),
  rightToLeft: v.boolean(),
});
export type Look = v.InferOutput<typeof look>;
