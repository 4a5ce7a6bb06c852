/**
 * Which messages are news to the person. The page chooses what ciphertext is handed over, when and how often, so only
 * what stands under the signature counts: who wrote it, when, and which message of which device it is.
 */
import * as v from 'valibot';
import type { Reading } from '../../protocol/reading';
import { time } from '../../protocol/shapes';

/** Milliseconds since it was written for which a message can be news. */
export const RECENT = 10 * 60_000;
/** Milliseconds by which the writer's clock may be ahead of this one. */
export const AHEAD = 30_000;
/** Messages that are remembered. With more, the older half counts as known by its time alone. */
const MOST_KNOWN = 1000;

export const known = v.strictObject({
  /** What was written by then is no news. Null: nothing is, as while locked. */
  since: v.nullable(time),
  /** Met since: read in front of the person, or told of. */
  met: v.array(v.strictObject({ name: v.string(), time })),
});
export type Known = v.InferOutput<typeof known>;

export const nothingIsNews: Known = { since: null, met: [] };

/**
 * From the unlocking on. What was read before may be dated ahead of this clock by as much as is tolerated, and is
 * remembered no more.
 */
export function newsFromUnlock(now: number): Known {
  return { since: now + AHEAD, met: [] };
}

/** For an identity just made, to which nobody can have written. */
export function newsFromStart(now: number): Known {
  return { since: now, met: [] };
}

/** Whether this message is news; and what is known from now on, the message included. */
export function meet(before: Known, reading: Reading, now: number): readonly [Known, boolean] {
  if (before.since === null) return [before, false];
  const since = Math.max(before.since, now - RECENT);
  const met = before.met.filter((entry) => entry.time > since);
  const message = nameOf(reading);
  if (!message || message.time <= since) return [{ since, met }, false];
  if (met.some(({ name }) => name === message.name)) return [{ since, met }, false];
  return [bounded({ since, met: [...met, message] }), message.time <= now + AHEAD];
}

/** What names somebody else's message, verified as written for this chat; null for all others, edits of earlier ones too. */
function nameOf(reading: Reading) {
  if (reading.kind !== 'message' || (reading.state !== 'verified' && reading.state !== 'pinned')) return null;
  const { author, time: written, position } = reading;
  // Without a position it cannot be told from a second copy of itself: its ciphertext can be wrapped anew.
  if (author === null || author.self || written === null || position === null || position.edit) return null;
  return {
    name: `${author.fingerprint} ${position.device} ${position.sequence} ${written}`,
    time: written,
  };
}

/** What is forgotten for want of room is known by its time from then on. */
function bounded({ since, met }: Known): Known {
  if (met.length <= MOST_KNOWN) return { since, met };
  const inOrder = met.toSorted((a, b) => a.time - b.time);
  const last = inOrder[met.length - MOST_KNOWN / 2 - 1];
  const until = Math.max(since ?? 0, last?.time ?? 0);
  return { since: until, met: inOrder.filter((entry) => entry.time > until) };
}
