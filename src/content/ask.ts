/** The asking side of the protocol for content scripts, whose bundles carry no schema that only other zones use. */
import { askFor } from '../protocol/ask-for';
import { contentRequests } from '../protocol/content-requests';
import type { ReplyBody, RequestBody } from '../protocol/core';

/** As `ask` in src/protocol/ask.ts, for what content scripts may ask. */
export async function ask<N extends keyof typeof contentRequests>(
  name: N,
  body: RequestBody<N>,
): Promise<ReplyBody<N>> {
  return askFor(contentRequests[name].reply, name, body);
}
