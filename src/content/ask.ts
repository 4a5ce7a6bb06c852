/** The asking side of the protocol for content scripts, whose bundles carry no schema that only other zones use. */
import { askFor } from '../protocol/ask-for';
import { contentReplies } from '../protocol/content-replies';
import type { ReplyBody, RequestBody } from '../protocol/core';

/** As `ask` in src/protocol/ask.ts, for what content scripts may ask. */
export async function ask<N extends keyof typeof contentReplies>(
  name: N,
  body: RequestBody<N>,
): Promise<ReplyBody<N>> {
  return askFor(contentReplies[name], name, body);
}
