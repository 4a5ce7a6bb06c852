/**
 * ASCII armor (RFC 9580 6.2) as text that went through a chat: found by its first and last line, and brought
 * back to one shape. Turning armor into packets is for src/openpgp.
 */
import { isInvisible, isNoise, without } from './noise';
import type { Phrase } from './phrase';

export type ArmorType = 'message' | 'certificate';

const titles = { message: 'PGP MESSAGE', certificate: 'PGP PUBLIC KEY BLOCK' } as const;

/** The start of every first line. The G of BEGIN is its rarest letter in plain text. */
export const anyBegin: Phrase = { text: '-----BEGINPGP', anchor: 7 };
/** What follows {@link anyBegin} in the first line of each type. */
export const restOfBegin: Readonly<Record<ArmorType, string>> = {
  message: 'MESSAGE-----',
  certificate: 'PUBLICKEYBLOCK-----',
};
/** The last line. A hyphen is what never stands in base64. */
export const endOf: Readonly<Record<ArmorType, Phrase>> = {
  message: { text: '-----ENDPGPMESSAGE-----', anchor: 0 },
  certificate: { text: '-----ENDPGPPUBLICKEYBLOCK-----', anchor: 0 },
};

/** Whether a wire text, as the scanner gives it, is armor; otherwise it is a token. */
export function isArmor(wire: string): boolean {
  return wire.startsWith('-----BEGIN PGP ');
}

/** Armor in the one shape that Sotto passes on: no headers, lines of 64, no checksum (RFC 9580 6.1), line feeds. */
export function writeArmorText(type: ArmorType, base64: string): string {
  const lines = base64.match(/.{1,64}/g) ?? [];
  const title = titles[type];
  return [`-----BEGIN ${title}-----`, '', ...lines, `-----END ${title}-----`, ''].join('\n');
}

/**
 * Brings what stands between an armor's first and last line back to {@link writeArmorText}'s shape, or returns null if
 * it is not base64. Line breaks may have become spaces or nothing. Armor headers are dropped; where line breaks are
 * gone, the data is told from a header before it by its lines of equal length.
 */
export function canonicalArmor(type: ArmorType, inside: string): string | null {
  const data = without(dropHeaders(without(inside, isInvisible)), isNoise)
    .replace(/=[A-Za-z0-9+/]{4}$/, '')
    .replace(/={1,2}$/, '');
  if (!/^[A-Za-z0-9+/]+$/.test(data) || data.length % 4 === 1) return null;
  return writeArmorText(type, data + '='.repeat((4 - (data.length % 4)) % 4));
}

function dropHeaders(inside: string): string {
  const lines = inside.split(/[\r\n\u2028\u2029]+/);
  const first = lines.findIndex((line) => line.trim() !== '' && !/^\s*[A-Za-z]+\s*:/.test(line));
  return first === -1 ? dataAtTheEnd(inside) : lines.slice(first).join('\n');
}

/** Shorter lines than these no program writes; a word of a header is shorter. */
const shortestFullLine = 48;

/** The base64 that ends a text which begins with headers and has lost its line breaks. */
function dataAtTheEnd(text: string): string {
  let start = text.length;
  while (start > 0 && isBase64OrNoise(text.charCodeAt(start - 1))) start -= 1;
  const words = text
    .slice(start)
    .split(/\s+/)
    .filter((word) => word !== '');
  const checksum = /^=[A-Za-z0-9+/]{4}$/.test(words.at(-1) ?? '') ? 1 : 0;
  let first = Math.max(0, words.length - checksum - 1);
  const full = words[first - 1]?.length ?? 0;
  if (full < shortestFullLine) return words.slice(first).join('');
  while (words[first - 1]?.length === full) first -= 1;
  return words.slice(first).join('');
}

/** Characters that may stand in an armor's data: base64, padding, noise. */
export function isBase64OrNoise(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) || // a-z
    (code >= 0x41 && code <= 0x5a) || // A-Z
    (code >= 0x2f && code <= 0x39) || // / 0-9
    code === 0x2b || // +
    code === 0x3d || // =
    isNoise(code)
  );
}
