/** Parts of split messages seen so far, in memory, bounded: an unfinished message that was not seen for longest goes first. */
import { joinParts } from '../wire/parts';
import type { Token } from '../wire/token';

const MOST_BYTES = 8_000_000;
/** What an entry costs besides its bytes, so that a flood of tiny parts is bounded too. */
const OVERHEAD = 500;

type Assembled =
  | { readonly complete: true; readonly body: Uint8Array<ArrayBuffer> }
  | { readonly complete: false; readonly have: number };

export type PartStore = {
  /** True if this part was not there before and is the last one missing. Parts of two chats are never mixed. */
  readonly add: (chat: string, part: Token) => boolean;
  /** Throws SottoError `bad_data` or `too_large` if the parts do not make one body. */
  readonly assemble: (chat: string, part: Token) => Assembled;
  readonly clear: () => void;
};

export function createPartStore(mostBytes = MOST_BYTES): PartStore {
  const messages = new Map<string, Map<number, Token>>();
  let bytes = 0;

  const cost = (part: Token) => part.body.length + OVERHEAD;
  const keyOf = (chat: string, { kind, messageId, total }: Token) => `${chat} ${kind} ${messageId} ${total}`;

  return {
    add: (chat, part) => {
      const key = keyOf(chat, part);
      const parts = messages.get(key) ?? new Map<number, Token>();
      messages.delete(key);
      messages.set(key, parts);
      const isNew = !parts.has(part.index);
      if (isNew) {
        // The first one seen stays: a later one by another hand cannot take its place.
        parts.set(part.index, part);
        bytes += cost(part);
      }
      for (const [oldest, list] of messages) {
        if (bytes <= mostBytes || oldest === key) break;
        for (const old of list.values()) bytes -= cost(old);
        messages.delete(oldest);
      }
      return isNew && parts.size === part.total;
    },
    assemble: (chat, part) => {
      const parts = messages.get(keyOf(chat, part));
      const body = parts ? joinParts([...parts.values()]) : null;
      return body ? { complete: true, body } : { complete: false, have: parts?.size ?? 0 };
    },
    clear: () => {
      messages.clear();
      bytes = 0;
    },
  };
}
