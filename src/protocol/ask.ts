/** The asking side of the protocol: for content scripts, frames and the popup. */
import { askFor } from './ask-for';
import { coreRequests, type ReplyBody, type RequestBody, type RequestName } from './core';

/**
 * Asks the core and returns its parsed reply.
 * Throws SottoError with the core's code, or `unexpected` when the core could not be reached or answered nonsense.
 */
export async function ask<N extends RequestName>(name: N, body: RequestBody<N>): Promise<ReplyBody<N>> {
  return askFor(coreRequests[name].reply, name, body);
}
