/** What a text that holds ciphertext, whole or cut, reads like once each run of it is replaced by a few words. */
import { t } from '../platform/i18n';
import { scan, type Found } from '../wire/scanner';

export type PreviewText = {
  /** The words around the ciphertext are kept. */
  readonly text: string;
  /** Whether there are no words around it. */
  readonly isAll: boolean;
  /** Whether one of the ciphertexts is there from beginning to end. */
  readonly isWhole: boolean;
};

/** What sites put where they cut a text. */
const ellipsis = /^\s?(?:…|\.{3})/u;

/** Null for a text without ciphertext. */
export function previewOf(text: string): PreviewText | null {
  const found = scan(text);
  if (found.length === 0) return null;
  let words = '';
  let shown = '';
  let from = 0;
  for (const hit of found) {
    words += text.slice(from, hit.start);
    shown += text.slice(from, hit.start) + labelOf(hit);
    const cut = hit.complete ? null : ellipsis.exec(text.slice(hit.end, hit.end + 5));
    from = hit.end + (cut?.[0].length ?? 0);
  }
  words += text.slice(from);
  shown += text.slice(from);
  return { text: shown, isAll: words.trim() === '', isWhole: found.some(({ complete }) => complete) };
}

function labelOf({ form, wire }: Found): string {
  const isMessage = form === 'message-armor' || (form === 'token' && (wire[8] ?? 'm') === 'm');
  return t(isMessage ? 'preview_message' : 'preview_invitation');
}
