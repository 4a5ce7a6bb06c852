/** Where a message or an invitation is on its way out. Pure: the composer holds one and replaces it. */
import type { ToComposer } from '../../protocol/port';
import type { Failure } from '../failure';

export type Cargo = 'message' | 'invitation';

export type Delivery =
  | { readonly kind: 'ready' }
  | { readonly kind: 'encrypting'; readonly cargo: Cargo }
  | {
      readonly kind: 'sending';
      readonly cargo: Cargo;
      readonly ticket: string;
      /** Parts that were sent by an earlier attempt. */
      readonly before: number;
      /** The part being sent, from 1. */
      readonly part: number;
      readonly total: number;
      /** It takes so long that the words say what is being waited for. */
      readonly slow: boolean;
    }
  /** The person sends it: this part of it was copied for them to paste. */
  | {
      readonly kind: 'copied';
      readonly cargo: Cargo;
      readonly ticket: string;
      readonly part: number;
      readonly total: number;
    }
  | { readonly kind: 'sent'; readonly cargo: Cargo }
  | { readonly kind: 'failed'; readonly cargo: Cargo; readonly failure: Failure };

export const ready: Delivery = { kind: 'ready' };

/** While this holds, nothing typed may change what is being sent. */
export function isUnderway(delivery: Delivery): boolean {
  return delivery.kind === 'encrypting' || delivery.kind === 'sending';
}

/** What the content script's word makes of it. Words about another ticket are about an older attempt: ignored. */
export function afterWord(delivery: Delivery, word: ToComposer): Delivery {
  if (delivery.kind === 'copied' && word.type === 'sent' && word.ticket === delivery.ticket) {
    return delivery.part === delivery.total ? { kind: 'sent', cargo: delivery.cargo } : delivery;
  }
  if (delivery.kind !== 'sending' || !('ticket' in word) || word.ticket !== delivery.ticket) return delivery;
  if (word.type === 'sent') return { kind: 'sent', cargo: delivery.cargo };
  if (word.type === 'failed') return { kind: 'failed', cargo: delivery.cargo, failure: word.failure };
  const part = delivery.before + Math.max(1, Math.trunc(word.part));
  return { ...delivery, part: Math.min(part, delivery.total) };
}
