/** Tokens: OpenPGP data as one word of letters and digits. The format is in docs/WIRE_FORMAT.md. */
import { SottoError } from '../protocol/errors';
import { bytesThatFit, decodeBase62, encodeBase62, readNumber, writeNumber } from './base62';
import { crc32, crc64 } from './checksum';
import {
  announcedLength,
  checksumCharacters,
  endMark,
  fields,
  frameCharacters,
  headerCharacters,
  kindCharacters,
  magic,
  version,
  type TokenKind,
} from './frame';
import { maxBodyBytes, maxParts, maxWireCharacters } from './limits';
import { isNoise, without } from './noise';

export type { TokenKind } from './frame';

/** One token as read: a whole body (`total` 1) or one part of it. */
export type Token = {
  readonly kind: TokenKind;
  /** CRC-64 of the whole body, 11 characters: the same for all its parts, and each time the same body is written. */
  readonly messageId: string;
  /** From 0. */
  readonly index: number;
  readonly total: number;
  readonly body: Uint8Array<ArrayBuffer>;
};

/** The message id of a whole body. */
export function messageIdOf(body: Uint8Array): string {
  return encodeBase62(crc64(body));
}

/** How a body is cut: into `total` tokens of `step` bytes each, the last one shorter; null where no byte fits into one. */
export function planTokens(bytes: number, limit: number | null): { step: number; total: number } | null {
  const room = bytesThatFit(Math.min(limit ?? maxWireCharacters, maxWireCharacters) - frameCharacters);
  if (bytes === 0) return { step: 1, total: 1 };
  if (room === 0) return null;
  const step = Math.ceil(bytes / Math.ceil(bytes / room));
  return { step, total: Math.ceil(bytes / step) };
}

/**
 * Writes a body as one token, or as as many as `limit` (characters in one chat message; null for no limit) demands,
 * of nearly equal length. Deterministic. Throws `too_long` if more than 64 tokens or more than 1 MiB would be needed.
 */
export function writeTokens(o: { kind: TokenKind; body: Uint8Array; limit: number | null }): string[] {
  const { kind, body } = o;
  const plan = planTokens(body.length, o.limit);
  const isTooLong = !plan || plan.total > maxParts || body.length > maxBodyBytes;
  if (isTooLong || (o.limit ?? frameCharacters) < frameCharacters) throw new SottoError('too_long');
  const { step, total } = plan;
  const messageId = messageIdOf(body);
  return Array.from({ length: total }, (_, index) =>
    writeToken({ kind, messageId, index, total, body: body.slice(index * step, (index + 1) * step) }),
  );
}

function writeToken(token: Token): string {
  const checked =
    magic +
    version +
    kindCharacters[token.kind] +
    token.messageId +
    writeNumber(token.index, 2) +
    writeNumber(token.total, 2) +
    writeNumber(token.body.length, 4) +
    encodeBase62(token.body);
  // By chance one token of 1,000 characters in 3,500 million spells the magic a second time, and a scanner would take
  // that for the next token. Encrypting the same text again gives another one.
  if (checked.includes(magic, 1)) throw new SottoError('unexpected');
  return checked + checksum(checked) + endMark;
}

function checksum(checked: string): string {
  return writeNumber(crc32(checked), checksumCharacters);
}

/**
 * Reads one token, with whatever noise stands between its characters, and nothing before or after it.
 * The body is exactly what was written, or it throws: `too_large` for what goes over a limit, `bad_data` for all else.
 * That says nothing about who wrote it.
 */
export function readToken(wire: string): Token {
  if (wire.length > 2 * maxWireCharacters) throw new SottoError('too_large');
  const text = without(wire, isNoise);
  if (!text.startsWith(magic) || text.length < headerCharacters) throw new SottoError('bad_data');
  const length = announcedLength(text);
  if (length > maxWireCharacters) throw new SottoError('too_large');
  if (text.length !== length || !text.endsWith(endMark)) throw new SottoError('bad_data');

  const checked = text.slice(0, -checksumCharacters - endMark.length);
  if (text.slice(checked.length, -endMark.length) !== checksum(checked)) throw new SottoError('bad_data');
  if (text.slice(...fields.version) !== version) throw new SottoError('bad_data');

  const token: Token = {
    kind: readKind(text.slice(...fields.kind)),
    messageId: text.slice(...fields.messageId),
    index: readNumber(text.slice(...fields.index)),
    total: readNumber(text.slice(...fields.total)),
    body: decodeBase62(checked.slice(headerCharacters), readNumber(text.slice(...fields.length))),
  };
  if (token.total > maxParts || token.index >= token.total) throw new SottoError('bad_data');
  if (token.total === 1 && messageIdOf(token.body) !== token.messageId) throw new SottoError('bad_data');
  if (token.total > 1 && token.body.length === 0) throw new SottoError('bad_data');
  return token;
}

function readKind(character: string): TokenKind {
  switch (character) {
    case kindCharacters.message:
      return 'message';
    case kindCharacters.invitation:
      return 'invitation';
    case kindCharacters.acceptance:
      return 'acceptance';
    default:
      throw new SottoError('bad_data');
  }
}
