/** What the reader keeps of each message that stands in the list now. */
import type { FromReader, Place } from '../../protocol/port';
import type { Reading } from '../../protocol/reading';
import type { Trace } from './replay';

export type Size = Extract<FromReader, { type: 'sizes' }>['sizes'][number];

export type Entry = {
  readonly id: number;
  wire: string;
  place: Place;
  /** Present only while the place is near the screen: so is the plaintext. */
  shown: { readonly article: HTMLElement; readonly reading: Reading; readonly replayed: boolean } | null;
  /** Last size told to the page; stays while the message is far away. */
  size: Size | null;
  /** Stays too: the order of the list is told from all messages read so far. */
  trace: Trace | null;
  /** What the article was given: its look and place as text, so that nothing is written twice. */
  worn: { readonly look: string; readonly place: string; readonly room: number };
  /** Width and look for which the size was told. */
  sizedFor: string;
  /** Its size may have changed since it was told. */
  unmeasured: boolean;
};

/** Reliable statements about order only; see `replay.ts`. */
export function traceOf(id: number, reading: Reading): Trace | null {
  if (reading.kind !== 'message' || (reading.state !== 'verified' && reading.state !== 'pinned')) return null;
  const { digest, position, author, time } = reading;
  // An edit stands where the message before it stood: its number says nothing about the list's order.
  const device = position && !position.edit && author ? `${author.fingerprint} ${position.device}` : null;
  return { id, digest, device, sequence: position?.sequence ?? 0, time: time ?? 0 };
}
