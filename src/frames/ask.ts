/** The asking side of the protocol for frames, whose bundles carry no schema that only other zones use. */
import { askFor } from '../protocol/ask-for';
import { frameRequests, type ReplyBody, type RequestBody } from '../protocol/core';

/** As `ask` in src/protocol/ask.ts, for what frames may ask. */
export async function ask<N extends keyof typeof frameRequests>(
  name: N,
  body: RequestBody<N>,
): Promise<ReplyBody<N>> {
  return askFor(frameRequests[name].reply, name, body);
}
