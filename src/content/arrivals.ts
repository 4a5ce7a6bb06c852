/**
 * Hands ciphertext that comes into a chat's list while nobody looks at it to the core, which may tell the person. What
 * the core makes of it is not said here.
 */
import { MOST_ARRIVED } from '../protocol/content-requests';
import type { ConversationKey } from '../protocol/shapes';
import { ask } from './ask';
import type { WireElement } from './list/find-wires';

/** Milliseconds after a chat was opened in which what appears in its list was there before. */
const FILLING = 3000;
/** Messages that are known to have been in a list, at most. */
const MOST_MET = 5000;
/** Milliseconds between looks for whether the person is back. */
const LOOK = 1000;

export type ArrivalsChat = {
  readonly conversation: ConversationKey;
  /** When it was opened, by `performance.now()`. */
  readonly opened: number;
  /** Tells the core that the chat is looked at again. */
  readonly onBack: () => void;
  readonly signal: AbortSignal;
};

const met = new Set<string>();
/** When each chat was first opened: sites draw a chat anew without its being another. */
const opened = new Map<string, number>();
const awaited = new Set<string>();

/** To be told of everything found in the list of a chat, also while it is looked at. */
export function noteArrivals(chat: ArrivalsChat, found: readonly WireElement[]): void {
  const { conversation } = chat;
  const name = JSON.stringify([conversation.site, conversation.chat]);
  if (!opened.has(name)) opened.set(name, chat.opened);
  const fresh = found.filter(({ wire, complete }) => complete && isFirst(`${name} ${markOf(wire)}`));
  const isFilling = performance.now() - (opened.get(name) ?? 0) < FILLING;
  if (fresh.length === 0 || isFilling || !isAway()) return;
  // A core that cannot be reached tells of nothing.
  ask('chat.arrived', { conversation, wires: fresh.slice(-MOST_ARRIVED).map(({ wire }) => wire) }).catch(
    () => undefined,
  );
  awaitBack(name, chat);
}

function isAway(): boolean {
  return document.hidden || !document.hasFocus();
}

/** A few characters near the end of the ciphertext, which are another message's by chance never. */
function markOf(wire: string): string {
  return wire.slice(-60, -44);
}

function isFirst(mark: string): boolean {
  if (met.has(mark)) return false;
  met.add(mark);
  const [oldest] = met;
  if (met.size > MOST_MET && oldest !== undefined) met.delete(oldest);
  return true;
}

/** No event tells of a window that gets the focus inside one of our frames, so it is looked for as well. */
function awaitBack(name: string, { onBack, signal }: ArrivalsChat): void {
  if (awaited.has(name)) return;
  awaited.add(name);
  const over = new AbortController();
  const ends = AbortSignal.any([over.signal, signal]);
  const look = () => {
    if (isAway()) return;
    over.abort();
    onBack();
  };
  const timer = setInterval(look, LOOK);
  document.addEventListener('visibilitychange', look, { signal: ends });
  ends.addEventListener('abort', () => {
    clearInterval(timer);
    awaited.delete(name);
  });
}
