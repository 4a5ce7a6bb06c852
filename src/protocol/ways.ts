/** Ways past the box by which something may leave an encrypted chat in the clear. All of them are stopped there. */
export const ways = [
  'voice',
  'sticker',
  'picture',
  'poll',
  'forward',
  'quick-reply',
  'schedule',
  /** Typing into another field of the chat. */
  'typing',
  /** Files dropped or pasted beside the composer. */
  'files',
] as const;
export type Way = (typeof ways)[number];
