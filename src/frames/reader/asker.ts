/** Asks the core for readings in batches, one batch at a time, for as long as something is wanted. */
import type { ask as askCore } from '../ask';
import type { Reading } from '../../protocol/reading';
import { toErrorCode } from '../../protocol/errors';

/** The protocol's limit. */
const batchSize = 50;
const retry = { first: 500, most: 30_000 };

export type Item = { readonly id: number; readonly wire: string };
export type Opened = { readonly id: number; readonly reading: Reading };

type Queue = {
  /** What is wanted most now, at most so many; an empty array ends the work. */
  readonly next: (most: number) => readonly Item[];
  /** These could not be asked: they are still wanted. */
  readonly giveBack: (items: readonly Item[]) => void;
};

/** @param take gets the readings of a batch */
export function createAsker(
  ask: typeof askCore,
  { next, giveBack }: Queue,
  take: (opened: readonly Opened[]) => void,
): { readonly wake: () => void } {
  let busy = false;
  let delay = retry.first;

  const open = async (items: readonly Item[]): Promise<readonly Opened[]> => {
    try {
      return (await ask('reader.open', { items: [...items] })).items;
    } catch (thrown) {
      if (toErrorCode(thrown).code !== 'locked') throw thrown;
      return items.map(({ id }) => ({ id, reading: { kind: 'closed', state: 'locked' } }));
    }
  };
  const work = async () => {
    for (let items = next(batchSize); items.length > 0; items = next(batchSize)) {
      try {
        const asked = new Set(items.map(({ id }) => id));
        take((await open(items)).filter(({ id }) => asked.has(id)));
        delay = retry.first;
      } catch {
        giveBack(items);
        await new Promise((resolve) => setTimeout(resolve, delay));
        delay = Math.min(delay * 2, retry.most);
      }
    }
    busy = false;
  };
  return {
    wake: () => {
      if (busy) return;
      busy = true;
      void work();
    },
  };
}
