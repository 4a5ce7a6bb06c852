/** Names come from certificates, so anybody may have chosen them: shown so that they cannot change the words around. */
import { language } from '../platform/i18n';

/** Longest name shown, in characters. */
const longest = 60;
/** Control, format and bidirectional characters; line breaks too. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** The name without characters that are not seen, cut, and isolated in its own direction (U+2068, U+2069). */
export function personName(name: string): string {
  const seen = Array.from(name.replace(unseen, ''));
  const cut = seen.length > longest ? `${seen.slice(0, longest).join('')}…` : seen.join('');
  return `\u2068${cut}\u2069`;
}

/** The beginning of a text from the page, on one line and isolated as names are. */
export function excerpt(text: string): string {
  return personName(text.slice(0, 1000).replace(/\s+/gu, ' '));
}

/** "Bob", "Bob and you", "Bob, Carol and you", in the language of our words. */
export function joinNames(names: readonly string[]): string {
  return new Intl.ListFormat(language(), { type: 'conjunction' }).format(names);
}
