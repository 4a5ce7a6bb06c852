/** Bounded lists that many tabs write to: no tab can push out what another one keeps. */

type InTab = { readonly tab: number };
export type Bounds = { readonly perTab: number; readonly total: number };

/**
 * The list with one more entry at its end. Over a bound the oldest entry goes: of the same tab, if that has its share;
 * else of the tab that has most, and among equals of the one that adds.
 */
export function keepNewest<T extends InTab>(
  list: readonly T[],
  added: T,
  { perTab, total }: Bounds,
): readonly T[] {
  const counts = new Map<number, number>([[added.tab, 1]]);
  for (const { tab } of list) counts.set(tab, (counts.get(tab) ?? 0) + 1);
  const own = counts.get(added.tab) ?? 0;
  if (own <= perTab && list.length < total) return [...list, added];
  const most = Math.max(...counts.values());
  const fullest = [...counts].find(([, count]) => count === most)?.[0];
  const loser = own > perTab || own === most ? added.tab : fullest;
  // Nothing of that tab's is there if every tab keeps one: then the oldest of all goes.
  const oldest = Math.max(
    0,
    list.findIndex(({ tab }) => tab === loser),
  );
  return [...list.filter((_, at) => at !== oldest), added];
}
