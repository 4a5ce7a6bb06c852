/**
 * The places of a token's fields, in characters. docs/WIRE_FORMAT.md has the table and the reasons.
 * Magic, version, kind, message id, index, total and length keep their places in every later version, so that this
 * scanner finds where such a token ends, even though this reader refuses it.
 */
import { encodedLength, readNumber } from './base62';

/** "Qz" stands in no language's words, and a capital Q is rare: `indexOf('Q')` passes plain text at memchr's speed. */
export const magic = 'QzSotto';
export const version = '1';
export const endMark = 'Zz';

export const kindCharacters = { message: 'm', invitation: 'i', acceptance: 'a' } as const;
export type TokenKind = keyof typeof kindCharacters;

export const fields = {
  version: [7, 8],
  kind: [8, 9],
  messageId: [9, 20],
  index: [20, 22],
  total: [22, 24],
  length: [24, 28],
} as const;
export const headerCharacters = 28;
export const checksumCharacters = 6;
const trailerCharacters = checksumCharacters + endMark.length;
export const frameCharacters = headerCharacters + trailerCharacters;

/** Whether a token's header says that it carries a message, not an introduction. */
export function isMessageToken(token: string): boolean {
  return token.startsWith(magic) && token.slice(...fields.kind) === kindCharacters.message;
}

/**
 * Characters of the whole token that a complete header announces; from 36 to some 20 million, not yet checked
 * against any limit. Characters other than digits throw `bad_data`.
 */
export function announcedLength(header: string): number {
  return frameCharacters + encodedLength(readNumber(header.slice(...fields.length)));
}
