/** Where the site takes nothing from us, a person can send the ciphertext themselves: it is copied part by part. */
import type { FromComposer } from '../../protocol/port';
import { copyText } from '../copy-text';
import { ready, type Delivery } from './delivery';

export type HandCopy = {
  /** A message goes out: its parts are what can be copied. Null for what is no message. */
  readonly shipped: (ticket: string, parts: readonly string[] | null) => void;
  /** It got stuck at this part, from 1. */
  readonly stuckAt: (part: number) => void;
  /** Whether nothing was sent because the site took nothing, so that no copy can become a second message. */
  readonly canCopy: () => boolean;
  /** To be called in the click itself. Copies the part that is due, or the one after the one copied last. */
  readonly copy: () => void;
  /** The person says that they sent it. */
  readonly sentByHand: () => void;
  /** Back to writing; the text stays. */
  readonly stopCopying: () => void;
};

export function createHandCopy(
  delivery: () => Delivery,
  setDelivery: (next: Delivery) => void,
  post: (message: FromComposer) => void,
  finish: (ticket: string) => void,
): HandCopy {
  let shipment: { readonly ticket: string; readonly parts: readonly string[]; part: number } | null = null;
  return {
    shipped: (ticket, parts) => {
      shipment = parts && { ticket, parts, part: 1 };
    },
    stuckAt: (part) => {
      if (shipment) shipment.part = part;
    },
    canCopy: () => {
      const now = delivery();
      if (now.kind !== 'failed' || !shipment) return false;
      return now.failure.code === 'site_refused' || now.failure.code === 'site_no_box';
    },
    copy: () => {
      const now = delivery();
      if (!shipment) return;
      const { ticket, parts } = shipment;
      const part = now.kind === 'copied' ? now.part + 1 : shipment.part;
      const wire = parts[part - 1];
      if (wire === undefined || !copyText(wire)) return;
      setDelivery({ kind: 'copied', cargo: 'message', ticket, part, total: parts.length });
      post({ type: 'copied', ticket, wire });
    },
    sentByHand: () => {
      const now = delivery();
      if (now.kind !== 'copied') return;
      setDelivery({ kind: 'sent', cargo: 'message' });
      finish(now.ticket);
    },
    stopCopying: () => setDelivery(ready),
  };
}
