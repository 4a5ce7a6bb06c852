/**
 * Finds messages that stand in the list a second time or out of their order. Only the reader sees the order of the
 * list; the core has made sure of each message alone.
 */

/** What is kept of each message in the list, also of those that are far away: no text. */
export type Trace = {
  readonly id: number;
  readonly digest: string;
  /** Author and device; null where the message does not say. */
  readonly device: string | null;
  readonly sequence: number;
};

/**
 * Ids of those that are replayed: the same message stood earlier in the list, or one of the same device with a
 * higher number did. `traces` are in the list's order, of messages with valid signature and binding only: others
 * could be made up to cast doubt on true ones.
 */
export function findReplayed(traces: Iterable<Trace>): Set<number> {
  const digests = new Set<string>();
  const highest = new Map<string, number>();
  const replayed = new Set<number>();
  for (const { id, digest, device, sequence } of traces) {
    const before = device === null ? undefined : highest.get(device);
    if (digests.has(digest) || (before !== undefined && sequence <= before)) replayed.add(id);
    else if (device !== null) highest.set(device, sequence);
    digests.add(digest);
  }
  return replayed;
}
