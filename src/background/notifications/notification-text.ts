/** Texts of people's, made fit for a notification: the system draws them, each in its own way. */

/** Characters, as a person counts them. */
const LONGEST_TEXT = 200;
const LONGEST_NAME = 60;
/** UTF-16 units that are looked at: a flag or a family is one character of many. */
const MOST_UNITS = 4000;

const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** On one line, without characters that are not seen or that turn the words around; cut with "…". */
export function notificationText(text: string): string {
  return plain(text, LONGEST_TEXT);
}

export function notificationName(name: string): string {
  return plain(name, LONGEST_NAME);
}

function plain(text: string, longest: number): string {
  const seen = text
    .slice(0, MOST_UNITS)
    .replace(/\s+/gu, ' ')
    // Joiners stay: they hold together what is one character.
    .replace(/(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
    .trim();
  const end = endOf(seen, longest);
  const isWhole = end === seen.length && text.length <= MOST_UNITS;
  return isWhole ? seen : `${seen.slice(0, end).trimEnd()}…`;
}

/** The index after so many characters, or after all there are. */
function endOf(text: string, longest: number): number {
  let count = 0;
  for (const { index } of characters.segment(text)) {
    if (count === longest) return index;
    count += 1;
  }
  return text.length;
}
