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

/**
 * Ways that are let through, since people expect them to work and no text of theirs goes along; the person is told once
 * in a chat that the messenger sees what goes by them.
 */
export const openWays = ['reaction', 'call'] as const;
export type OpenWay = (typeof openWays)[number];

export function isOpenWay(way: Way | OpenWay): way is OpenWay {
  return openWays.some((open) => open === way);
}
