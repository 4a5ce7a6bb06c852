/** What a request and its reply travel in, on the browser's messaging. */
import * as v from 'valibot';
import { errorCodes } from './errors';

export const requestEnvelope = v.strictObject({ name: v.string(), body: v.unknown() });
export const replyEnvelope = v.variant('ok', [
  v.strictObject({ ok: v.literal(true), body: v.unknown() }),
  v.strictObject({
    ok: v.literal(false),
    error: v.strictObject({ code: v.picklist(errorCodes), detail: v.pipe(v.string(), v.maxLength(300)) }),
  }),
]);
