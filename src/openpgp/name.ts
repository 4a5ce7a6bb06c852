const MAX_NAME_LENGTH = 100;

/**
 * A user ID made safe to show: no control, format (bidi, zero-width), invisible, private or unassigned characters, white space
 * made plain, piles of combining marks cut, at most 100 UTF-16 units. May come out empty. Not HTML-escaped: it is text.
 */
export function safeName(userId: string): string {
  const plain = userId
    .slice(0, 20 * MAX_NAME_LENGTH)
    .replace(/\s+/gu, ' ')
    .normalize('NFC')
    .replace(/[\p{C}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(/(\p{M}{3})\p{M}+/gu, '$1')
    .replace(/ +/g, ' ')
    .trim();
  let name = '';
  for (const character of plain) {
    if (name.length + character.length > MAX_NAME_LENGTH) break;
    name += character;
  }
  return name.trim();
}
