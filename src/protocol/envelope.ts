/** What a request and its reply travel in, on the browser's messaging. */
import * as v from 'valibot';
import type { ErrorCode } from './errors';
import { oneOf } from './one-of';
import { nonce } from './shapes';

export const requestEnvelope = v.strictObject({
  name: v.string(),
  body: v.unknown(),
  /**
   * The nonce that a frame in the side panel was given. There the browsers tell no document of the sender: the frame is
   * known by what only it, the panel and the core have. In a tab it counts for nothing.
   */
  place: v.optional(nonce),
});
/** Not one of the list, which is longer than all else in a content script's bundle that errors need. */
const errorCode = v.custom<ErrorCode>((code) => typeof code === 'string' && /^[a-z_0-9]{3,40}$/.test(code));
export const replyEnvelope = oneOf('ok', [
  v.strictObject({ ok: v.literal(true), body: v.unknown() }),
  v.strictObject({
    ok: v.literal(false),
    error: v.strictObject({ code: errorCode, detail: v.pipe(v.string(), v.maxLength(300)) }),
  }),
]);
