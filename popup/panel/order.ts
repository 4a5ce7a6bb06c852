/**
 * The messages that the panel has seen of one chat, in order. A page keeps only the part of its list in the document
 * that is near its screen; the panel keeps what came before.
 */
import type { Listed } from '../../src/protocol/panel';

export type Row = { readonly key: string; readonly wire: string; readonly side: Listed['side'] };

/** Rows kept at most: the newest. */
const MOST_ROWS = 4000;

/** What the page lists, with keys: the same text standing twice is two rows, since a repetition is to be seen. */
export function rowsOf(listed: readonly Omit<Row, 'key'>[]): Row[] {
  const times = new Map<string, number>();
  return listed.map(({ wire, side }) => {
    const time = (times.get(wire) ?? 0) + 1;
    times.set(wire, time);
    return { key: `${time} ${wire}`, wire, side };
  });
}

/**
 * Puts what the page lists now into what was seen before. The page's order counts for what it lists. What was seen
 * between two rows that it still lists, and is not listed any more, was deleted or edited; what was seen before or
 * after them has only been scrolled away. Lists that share nothing follow each other.
 */
export function mergeRows(seen: readonly Row[], listed: readonly Row[]): readonly Row[] {
  if (listed.length === 0) return seen;
  const keys = new Set(listed.map(({ key }) => key));
  const first = seen.findIndex(({ key }) => keys.has(key));
  if (first < 0) return [...seen, ...listed].slice(-MOST_ROWS);
  const last = seen.findLastIndex(({ key }) => keys.has(key));
  const before = seen.slice(0, first);
  const after = seen.slice(last + 1);
  return [...before, ...listed, ...after].slice(-MOST_ROWS);
}
