/**
 * The seal: a picture and a colour that the person chose and only the extension's zones can read. A page can paint
 * anything but this, so its presence tells our composer, reader and prompts from a forgery.
 */
import type { Seal } from '../protocol/shapes';

/** 64 pictures that are easy to tell apart and to name aloud. The index is what is stored. */
// prettier-ignore
const pictures = [
  '🦊', '🐙', '🦉', '🐢', '🦋', '🐳', '🦔', '🐝', '🦜', '🐘', '🦩', '🐧', '🦁', '🐌', '🦒', '🐬',
  '🌵', '🌻', '🍄', '🍁', '🌴', '🌷', '🍀', '🌲', '🍓', '🍋', '🍇', '🥑', '🍍', '🌽', '🥕', '🍒',
  '⚓', '🎈', '🎸', '🔔', '🧭', '🕯️', '🎁', '🗝️', '☂️', '🪁', '⛵', '🚲', '🎺', '🪴', '🧶', '🏺',
  '🌙', '⭐', '🌈', '❄️', '🔥', '🌋', '⛰️', '🏝️', '🚀', '🎡', '🏰', '🗿', '🎲', '🧩', '🥁', '🪶',
] as const;

export const pictureCount = pictures.length;

export function sealPicture(seal: Seal): string {
  return pictures[seal.picture] ?? pictures[0];
}

/** Background for the picture; light enough for dark text in both themes. */
export function sealColor(seal: Seal): string {
  return `oklch(0.82 0.13 ${seal.hue})`;
}

/** A seal at random, for the first run. */
export function randomSeal(): Seal {
  const [picture = 0, hue = 0] = crypto.getRandomValues(new Uint16Array(2));
  return { picture: picture % pictureCount, hue: Math.round((hue % 24) * 15) };
}
