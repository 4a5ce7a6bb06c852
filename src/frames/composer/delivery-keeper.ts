/** How the last send stands, and what becomes of that as time goes by. */
import type { Failure } from '../failure';
import { ready, type Cargo, type Delivery } from './delivery';

/** Milliseconds: after `slow` the words say what is waited for, after `lost` the content script is taken for dead. */
const times = { slow: 1500, lost: 120_000, sent: 2500 };

export function failed(cargo: Cargo, failure: Failure): Delivery {
  return { kind: 'failed', cargo, failure };
}

/** @param onLost told of a send that nobody answered for */
export function createDeliveryKeeper(
  onChange: () => void,
  onLost: (at: Extract<Delivery, { kind: 'sending' }>) => void,
) {
  let delivery: Delivery = ready;
  let timers: ReturnType<typeof setTimeout>[] = [];

  const later = (delay: number, then: () => Delivery) => {
    timers.push(setTimeout(() => set(then()), delay));
  };
  const set = (next: Delivery) => {
    for (const timer of timers) clearTimeout(timer);
    timers = [];
    delivery = next;
    if (next.kind === 'sent') later(times.sent, () => ready);
    if (next.kind === 'sending' && !next.slow) later(times.slow, () => ({ ...next, slow: true }));
    if (next.kind === 'sending' && next.slow) {
      later(times.lost, () => {
        onLost(next);
        return failed(next.cargo, { code: 'site_not_sent', detail: '' });
      });
    }
    onChange();
  };
  return { get: () => delivery, set };
}
