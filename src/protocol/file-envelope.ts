/**
 * The message that goes with a file: what it is called, where it lies and how it is opened. Other programs show its
 * first line, which says as much as a person needs.
 */
import * as v from 'valibot';

/** Largest file, in bytes. */
export const MAX_FILE_BYTES = 100 * 1024 * 1024;

/** What the uploaded file is called: random, so that it says nothing. */
export const attachmentName = v.pipe(v.string(), v.regex(/^[a-z0-9]{10}\.bin$/));
export const fileContainer = v.picklist(['seipd1', 'seipd2']);
/** AES-256, or AES-128 where a reader's program knows no other (RFC 9580 9.3), in hex. */
export const fileKey = v.pipe(v.string(), v.regex(/^(?:[0-9a-f]{32}|[0-9a-f]{64})$/));

const shape = v.strictObject({
  sotto: v.literal('file 1'),
  /** As its owner called it: to be made safe before it is shown or saved. */
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(255)),
  type: v.pipe(v.string(), v.maxLength(127), v.regex(/^[\x21-\x7e]*$/)),
  /** Bytes. */
  size: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_FILE_BYTES)),
  attachment: attachmentName,
  container: fileContainer,
  key: fileKey,
});
export type FileEnvelope = Omit<v.InferOutput<typeof shape>, 'sotto'>;

/** The text of the message. */
export function writeFileEnvelope(file: FileEnvelope): string {
  const { name, type, size, attachment, container, key } = file;
  const line = `${name.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ')}, ${size} bytes: ${attachment}`;
  const body = { sotto: 'file 1', name, type, size, attachment, container, key };
  return `${line}\n${JSON.stringify(body)}`;
}

/** The file that this text of a message speaks of; null for every other text. */
export function readFileEnvelope(text: string): FileEnvelope | null {
  const [, body, ...more] = text.split('\n', 3);
  if (body === undefined || more.length > 0 || !body.startsWith('{"sotto":"file 1"')) return null;
  try {
    const { sotto: _, ...file } = v.parse(shape, JSON.parse(body));
    return file;
  } catch {
    return null;
  }
}
