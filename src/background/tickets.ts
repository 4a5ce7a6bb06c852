/** Names for attempts to send, so that "it was seen in the list" clears the draft it belongs to and no other. */
import * as v from 'valibot';
import { SottoError } from '../protocol/errors';
import { nonce } from '../protocol/shapes';
import { randomNonce } from './bytes';
import type { Platform } from './platform';
import { sessionCell } from './session-cell';

const ticket = v.strictObject({ ticket: nonce, document: v.string(), chat: v.string() });
type Ticket = v.InferOutput<typeof ticket>;

const MOST_TICKETS = 64;

export type Tickets = {
  /** @param document the composer frame that sends @param chat the chat's salted hash */
  readonly issue: (document: string, chat: string) => Promise<string>;
  /** The chat it was for. Throws SottoError `bad_request` if it was not issued to this frame, or was redeemed. */
  readonly redeem: (ticket: string, document: string) => Promise<string>;
};

export function createTickets(session: Platform['session']): Tickets {
  const tickets = sessionCell<readonly Ticket[]>(session, 'tickets', v.array(ticket), []);
  return {
    issue: (document, chat) =>
      tickets.update((list) => {
        const fresh = { ticket: randomNonce(), document, chat };
        return [[...list.slice(1 - MOST_TICKETS), fresh], fresh.ticket];
      }),
    redeem: (name, document) =>
      tickets.update((list) => {
        const found = list.find((entry) => entry.ticket === name && entry.document === document);
        if (!found) throw new SottoError('bad_request');
        return [list.filter((entry) => entry !== found), found.chat];
      }),
  };
}
