/** The readers of one open chat: one for each list that holds ciphertext. */
import type { Delivery, OpenChat, Site } from './site';
import type { WireElement } from './list/find-wires';
import { wireOf } from './list/find-wires';
import { createKnownSizes } from './list/known-sizes';
import { lastWire } from './list/last-wire';
import { createListReader, type ListReader } from './list/list-reader';
import type { PromptSend } from './list/prompts';
import { scrollerOf } from './list/scroller';

export type Readers = {
  readonly found: (found: readonly WireElement[]) => void;
  readonly changed: (element: Element) => void;
  /** A list came into view: if its end is ciphertext, a reader starts while that is still looked through. */
  readonly prepare: (list: Element) => void;
  /** Something was taken out of the page. */
  readonly removed: () => void;
  readonly moved: () => void;
  /** Whether something on the screen waits to be read. */
  readonly isReading: () => boolean;
  /** How the message with this ciphertext stands in the list; null while it does not stand there. */
  readonly delivery: (wire: string) => Delivery | null;
  readonly remove: () => void;
};

export function createReaders(options: {
  readonly site: Site;
  readonly chat: OpenChat;
  readonly send: PromptSend;
  readonly onRefresh: () => void;
  readonly onLost: () => void;
}): Readers {
  const { site } = options;
  const readers = new Map<HTMLElement, ListReader>();
  const sizes = createKnownSizes();

  const readerFor = (scroller: HTMLElement): ListReader => {
    const known = readers.get(scroller);
    if (known) return known;
    const reader = createListReader({
      ...options,
      scroller,
      sizes,
      onLost: () => {
        readers.delete(scroller);
        options.onLost();
      },
    });
    readers.set(scroller, reader);
    return reader;
  };

  const anchored = (element: Element) => {
    for (const reader of readers.values()) {
      const anchor = reader.anchorOf(element);
      if (anchor) return { reader, anchor };
    }
    return null;
  };

  const found = (hits: readonly WireElement[]) => {
    const byScroller = new Map<HTMLElement, WireElement[]>();
    for (const hit of hits) {
      const now = anchored(hit.element);
      if (now?.anchor.wire === hit.wire) continue;
      now?.reader.drop(hit.element);
      if (!hit.complete) site.seeMore(hit.element)?.click();
      const scroller = scrollerOf(hit.element);
      const list = byScroller.get(scroller) ?? [];
      list.push(hit);
      byScroller.set(scroller, list);
    }
    for (const [scroller, list] of byScroller) readerFor(scroller).add(list);
  };

  return {
    found,
    prepare: (list) => {
      const last = lastWire(list);
      if (last) readerFor(scrollerOf(last));
    },
    changed: (element) => {
      for (let at: Element | null = element; at; at = at.parentElement) {
        const now = anchored(at);
        if (!now || !(at instanceof HTMLElement)) continue;
        // The row was drawn again, perhaps for another message: what it holds now decides.
        const wire = wireOf(at);
        if (wire?.wire === now.anchor.wire) return;
        now.reader.drop(at);
        if (wire?.complete) found([{ element: at, ...wire }]);
        return;
      }
    },
    removed: () => {
      for (const reader of readers.values()) reader.dropGone();
    },
    moved: () => {
      for (const [scroller, reader] of readers) {
        if (scroller.isConnected) reader.moved();
        else {
          reader.remove();
          readers.delete(scroller);
        }
      }
    },
    isReading: () => [...readers.values()].some((reader) => reader.isReading()),
    delivery: (wire) => {
      const outcomes = [...readers.values()].flatMap((reader) => reader.find(wire).map(site.delivery));
      // One that failed may still stand there when the same ciphertext was sent once more.
      return (['sent', 'pending', 'failed'] as const).find((outcome) => outcomes.includes(outcome)) ?? null;
    },
    remove: () => {
      for (const reader of readers.values()) reader.remove();
      readers.clear();
    },
  };
}
