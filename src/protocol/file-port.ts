/**
 * How a file goes from a frame through the core and back: over a runtime port of its own, in pieces, since only the
 * core has OpenPGP and keys. Base64, as messages between zones are JSON.
 */
import * as v from 'valibot';
import { errorCodes } from './errors';
import { fileContainer, fileKey, MAX_FILE_BYTES } from './file-envelope';
import { PIECE_BYTES } from './piece-bytes';
import { fingerprint } from './shapes';

export const FILE_PORT = 'file';

const piece = v.strictObject({
  type: v.literal('piece'),
  data: v.pipe(v.string(), v.maxLength(Math.ceil(PIECE_BYTES / 3) * 4)),
});
/** No more follows. */
const end = v.strictObject({ type: v.literal('end') });

/** From the frame: first what is wanted, then a piece each time the core says `want`. */
export const toFileCore = v.variant('type', [
  /** From a composer: encrypt what follows to everybody in its chat. */
  v.strictObject({
    type: v.literal('seal'),
    size: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_FILE_BYTES)),
  }),
  /** From a reader: open what follows with this key, if it is by this author. */
  v.strictObject({ type: v.literal('open'), key: fileKey, author: fingerprint }),
  piece,
  end,
]);
export type ToFileCore = v.InferOutput<typeof toFileCore>;

export const fromFileCore = v.variant('type', [
  v.strictObject({ type: v.literal('want') }),
  /** Before the first piece of an encrypted file. */
  v.strictObject({ type: v.literal('key'), container: fileContainer, key: fileKey }),
  piece,
  /** All of it came, and is what it should be: nothing may be shown or sent before. */
  end,
  v.strictObject({
    type: v.literal('failed'),
    failure: v.strictObject({ code: v.picklist(errorCodes), detail: v.string() }),
  }),
]);
export type FromFileCore = v.InferOutput<typeof fromFileCore>;
