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
  /** When the signature says it was written, in milliseconds. */
  readonly time: number;
};

/**
 * Servers order what came within one second as they like, above all in their archives. A message that was written
 * this much earlier than the one it stands behind did not get there by itself. Milliseconds.
 */
const DISPLACED = 120_000;

/**
 * Ids of those that are replayed: the same message stood earlier in the list, or one of the same device with a
 * higher number, written well after it, did. `traces` are in the list's order, of messages with valid signature and binding only: others
 * could be made up to cast doubt on true ones.
 */
export function findReplayed(traces: Iterable<Trace>): Set<number> {
  const digests = new Set<string>();
  const latest = new Map<string, Trace>();
  const replayed = new Set<number>();
  for (const trace of traces) {
    const { id, digest, device } = trace;
    const before = device === null ? undefined : latest.get(device);
    if (digests.has(digest) || (before && isDisplaced(trace, before))) replayed.add(id);
    else if (device !== null && (!before || before.sequence < trace.sequence)) latest.set(device, trace);
    digests.add(digest);
  }
  return replayed;
}

function isDisplaced(trace: Trace, before: Trace): boolean {
  return trace.sequence <= before.sequence && before.time - trace.time >= DISPLACED;
}
