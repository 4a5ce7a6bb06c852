/** Characters that sites, editors and browsers put between the characters of a text without anybody meaning them. */

/** Characters of no width that do not end a word: soft hyphen, joiners, direction marks, U+2060, U+FEFF. */
export function isInvisible(code: number): boolean {
  return (
    code === 0xad ||
    code === 0x34f ||
    code === 0x61c ||
    code === 0x180e ||
    code === 0xfeff ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f)
  );
}

/** White space of every kind, control characters, and all that is invisible. Never a letter, digit or sign. */
export function isNoise(code: number): boolean {
  if (code <= 0x20) return true;
  if (code < 0x7f) return false;
  return (
    code <= 0xa0 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0x1680 ||
    isInvisible(code)
  );
}

/** `text` without the characters that `drop` names. One pass, and no copy where there is nothing to drop. */
export function without(text: string, drop: (code: number) => boolean): string {
  let clean = '';
  let run = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (!drop(text.charCodeAt(at))) continue;
    clean += text.slice(run, at);
    run = at + 1;
  }
  return run === 0 ? text : clean + text.slice(run);
}
