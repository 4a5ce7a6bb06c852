/** Finding a fixed phrase in a text that may have noise between any two of its characters. */
import { isNoise } from './noise';

/** Where it stands: `at` its first character, `after` the index after its last. */
export type Place = { readonly at: number; readonly after: number };

/**
 * A phrase without noise characters, and the index in it of the character to look for first: one that is rare in
 * plain text, so that nearly all of a text is passed by `indexOf` alone.
 */
export type Phrase = { readonly text: string; readonly anchor: number };

/**
 * The first place of a phrase that lies between `from` and `bound`, or null.
 * Linear: from each anchor character a comparison goes on only while characters match, so a stretch of noise is
 * walked over at most once for each character of the phrase.
 */
export function findPhrase(text: string, phrase: Phrase, from: number, bound: number): Place | null {
  const anchor = phrase.text.charAt(phrase.anchor);
  const before = phrase.text.slice(0, phrase.anchor);
  const rest = phrase.text.slice(phrase.anchor + 1);
  for (let hit = text.indexOf(anchor, from); hit !== -1 && hit < bound; hit = text.indexOf(anchor, hit + 1)) {
    const after = goesOnWith(text, rest, hit + 1, bound);
    const at = after === -1 ? -1 : beginsWith(text, before, hit, from);
    if (at !== -1) return { at, after };
  }
  return null;
}

/** The index after `words` if they stand at `at`, apart from noise; otherwise -1. */
export function goesOnWith(text: string, words: string, at: number, bound: number): number {
  let here = at;
  for (let next = 0; next < words.length; next += 1) {
    while (here < bound && isNoise(text.charCodeAt(here))) here += 1;
    if (here >= bound || text.charCodeAt(here) !== words.charCodeAt(next)) return -1;
    here += 1;
  }
  return here;
}

/** The index of the first of `words` if they stand right before `end`, apart from noise; otherwise -1. */
function beginsWith(text: string, words: string, end: number, from: number): number {
  let here = end;
  for (let next = words.length - 1; next >= 0; next -= 1) {
    here -= 1;
    while (here >= from && isNoise(text.charCodeAt(here))) here -= 1;
    if (here < from || text.charCodeAt(here) !== words.charCodeAt(next)) return -1;
  }
  return here;
}
