/** Finds tokens and armor in the text of a page, whatever the site did to it. */
import { digitValue } from './base62';
import { anyBegin, canonicalArmor, endOf, isBase64OrNoise, restOfBegin, type ArmorType } from './armor-text';
import { announcedLength, endMark, headerCharacters, magic } from './frame';
import { maxFound, maxWireCharacters } from './limits';
import { isInvisible, isNoise, without } from './noise';
import { findPhrase, goesOnWith, type Phrase, type Place } from './phrase';

export type Found = {
  /** Indices in the given text, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  /**
   * The token without noise, or armor in its canonical shape; when not complete, what there is of it. At most 400,000
   * characters. Complete says only that beginning and end are there: reading it can still fail.
   */
  readonly wire: string;
  readonly form: 'token' | 'message-armor' | 'certificate-armor';
  /** False when it is cut short (a preview, "see more"), is longer than 400,000 characters, or lost its end. */
  readonly complete: boolean;
};

type Start = Place & { readonly form: Found['form'] };

const magicPhrase: Phrase = { text: magic, anchor: 0 };

/** Whether {@link scan} would find anything in this text. Most texts cost two calls of `indexOf`. */
export function cheapMayContain(text: string): boolean {
  return findToken(text, 0) !== null || findArmor(text, 0) !== null;
}

/**
 * All tokens and armored messages and certificates in a text, in order and without overlap, the first 10,000 of them.
 * Never throws; takes time in proportion to the text's length.
 */
export function scan(text: string): Found[] {
  const found: Found[] = [];
  const starts = startsIn(text);
  let start = starts.next().value;
  while (start !== undefined && found.length < maxFound) {
    const next = starts.next().value;
    // What starts anew ends what was before it: so no text is walked over for two of them.
    const bound = next?.at ?? text.length;
    found.push(
      start.form === 'token' ? readTokenAt(text, start, bound) : readArmorAt(text, start, start.form, bound),
    );
    start = next;
  }
  return found;
}

/** The beginnings of tokens and armor, in order. Each kind is looked for once, not again from every find of the other. */
function* startsIn(text: string): Generator<Start, undefined> {
  let token = findToken(text, 0);
  let armor = findArmor(text, 0);
  while (token !== null || armor !== null) {
    if (token !== null && (armor === null || token.at < armor.at)) {
      yield token;
      token = findToken(text, token.after);
    } else if (armor !== null) {
      yield armor;
      armor = findArmor(text, armor.after);
    }
  }
}

function findToken(text: string, from: number): Start | null {
  const place = findPhrase(text, magicPhrase, from, text.length);
  return place && { ...place, form: 'token' };
}

function findArmor(text: string, from: number): Start | null {
  let place = findPhrase(text, anyBegin, from, text.length);
  for (; place !== null; place = findPhrase(text, anyBegin, place.after, text.length)) {
    const certificate = goesOnWith(text, restOfBegin.certificate, place.after, text.length);
    if (certificate !== -1) return { at: place.at, after: certificate, form: 'certificate-armor' };
    const message = goesOnWith(text, restOfBegin.message, place.after, text.length);
    if (message !== -1) return { at: place.at, after: message, form: 'message-armor' };
  }
  return null;
}

function readTokenAt(text: string, start: Start, bound: number): Found {
  const header = takeDigits(text, start.at, bound, headerCharacters);
  if (header.text.length === headerCharacters) {
    const length = announcedLength(header.text);
    if (length <= maxWireCharacters) {
      const rest = takeDigits(text, header.end, bound, length - headerCharacters);
      const wire = header.text + rest.text;
      if (wire.length === length && wire.endsWith(endMark)) {
        return { start: start.at, end: rest.end, wire, form: 'token', complete: true };
      }
    }
  }
  // Whatever was cut, the words after a space are more likely the site's or a person's than the token's.
  return incomplete(text, start, bound, (code) => isDigit(code) || isInvisible(code));
}

function readArmorAt(
  text: string,
  start: Start,
  form: 'message-armor' | 'certificate-armor',
  bound: number,
): Found {
  const type: ArmorType = form === 'message-armor' ? 'message' : 'certificate';
  const last = findPhrase(text, endOf[type], start.after, Math.min(bound, start.after + maxWireCharacters));
  const wire = last && canonicalArmor(type, text.slice(start.after, last.at));
  return last !== null && wire !== null && wire.length <= maxWireCharacters
    ? { start: start.at, end: last.after, wire, form, complete: true }
    : incomplete(text, start, bound, isBase64OrNoise);
}

/** What is cut reaches as far as its own characters do, trailing noise left out. */
function incomplete(text: string, start: Start, bound: number, belongs: (code: number) => boolean): Found {
  let end = start.after;
  while (end < bound && belongs(text.charCodeAt(end))) end += 1;
  while (end > start.after && isNoise(text.charCodeAt(end - 1))) end -= 1;
  const wire = without(text.slice(start.at, end), start.form === 'token' ? isNoise : isInvisible);
  return { start: start.at, end, wire: wire.slice(0, maxWireCharacters), form: start.form, complete: false };
}

/** Up to `count` digits from `from` on, noise between them left out; stops at any other character. */
function takeDigits(text: string, from: number, bound: number, count: number): { text: string; end: number } {
  let end = from;
  let at = from;
  for (let left = count; left > 0 && at < bound; at += 1) {
    const code = text.charCodeAt(at);
    if (isDigit(code)) {
      left -= 1;
      end = at + 1;
    } else if (!isNoise(code)) break;
  }
  return { text: without(text.slice(from, end), isNoise), end };
}

function isDigit(code: number): boolean {
  return digitValue(code) >= 0;
}
