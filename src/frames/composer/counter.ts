/** Counts what will be sent while somebody types: not what was typed, but what it becomes once encrypted. */
import type { ask as askCore } from '../ask';
import type { ReplyBody } from '../../protocol/core';

export type WireSize = ReplyBody<'composer.measure'>;

/** As the wire format's: what needs more is refused. */
export const mostParts = 64;
/** Above so many the person is asked before. */
export const manyParts = 8;

export type Counter = {
  /** The text changed: count soon. */
  readonly changed: () => void;
  /** The size of the text as it stands; null where nothing limits it, or it cannot be told now. */
  readonly count: () => Promise<WireSize | null>;
  /** As last counted; null as well while there is nothing to say. */
  readonly last: () => WireSize | null;
};

/** @param delay milliseconds without typing after which it is counted */
export function createCounter(
  ask: typeof askCore,
  read: () => string,
  limit: number | null,
  onCounted: () => void,
  delay = 150,
): Counter {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last: WireSize | null = null;
  let turns = 0;
  const count = async (): Promise<WireSize | null> => {
    clearTimeout(timer);
    turns += 1;
    const mine = turns;
    const bytes = new TextEncoder().encode(read()).length;
    // Locked, or nobody to write to yet: sending says so, counting does not.
    const size =
      limit === null || bytes === 0 ? null : await ask('composer.measure', { bytes }).catch(() => null);
    if (mine === turns) last = size;
    return size;
  };
  return {
    count,
    last: () => last,
    changed: () => {
      clearTimeout(timer);
      timer = setTimeout(() => void count().then(onCounted), delay);
    },
  };
}
