/** One message element in the page whose text is ciphertext, and what is known of its place. */
import { measureLook } from '../measure-look';
import type { Look } from '../../protocol/shapes';
import type { WireElement } from './find-wires';
import { FIRST_HEIGHT, placePlaceholder, type Placeholder, type Size } from './placeholder';

export type Anchor = {
  readonly id: number;
  readonly element: HTMLElement;
  readonly wire: string;
  /** CSS pixels of width that the text may take. */
  room: number;
  readonly look: Look;
  readonly placeholder: Placeholder;
  /** Whether it is on the screen or within a few screens of it. */
  near: boolean;
  /** The reader has told its size, so it shows the text there and nothing else. */
  read: boolean;
  size: Size;
  kind: 'text' | 'prompt';
};

/** Narrower places get this much all the same: a state line must fit. */
const LEAST_ROOM = 140;

let nextId = 1;

/**
 * Makes anchors of found elements. All are measured before any is styled, so the page is laid out once for all.
 * @param sizeOf the size a wire text had before, if any
 */
export function makeAnchors(
  found: readonly WireElement[],
  scroller: HTMLElement,
  sizeOf: (wire: string) => Size | undefined,
): Anchor[] {
  const { top, bottom } = scroller.getBoundingClientRect();
  const margin = (bottom - top) * NEAR_SCREENS;
  const measured = found.map(({ element, wire }) => {
    const rect = element.getBoundingClientRect();
    const display = getComputedStyle(element).display;
    const look = shared(measureLook(element));
    return {
      element,
      wire,
      look,
      inline: display.startsWith('inline'),
      room: roomOf(rect.width, scroller),
      near: rect.bottom > top - margin && rect.top < bottom + margin,
    };
  });
  return measured.map(({ element, wire, look, inline, room, near }) => {
    const placeholder = placePlaceholder(element, inline);
    const known = sizeOf(wire);
    // A bubble that takes its width from what is in it would have none without this.
    const size = known ?? { width: room, height: FIRST_HEIGHT };
    placeholder.set(size);
    const kind = 'text' as const;
    return { id: nextId++, element, wire, room, look, placeholder, near, read: false, size, kind };
  });
}

/**
 * Measures again what room there is, after the list became wider or narrower. Sizes stay until the reader tells new
 * ones: a list that collapsed meanwhile would lose its scrollbar, and with it become wider again, and so for ever.
 */
export function measureRooms(anchors: readonly Anchor[], scroller: HTMLElement): void {
  for (const { placeholder } of anchors) placeholder.remove();
  const rooms = anchors.map(({ element }) => roomOf(element.getBoundingClientRect().width, scroller));
  for (const [index, anchor] of anchors.entries()) {
    anchor.room = rooms[index] ?? anchor.room;
    setSize(anchor, anchor.size);
  }
}

/** Gives the element this size, as far as there is room. */
export function setSize(anchor: Anchor, { width, height }: Size): void {
  anchor.size = { width: Math.min(width, anchor.room), height };
  anchor.placeholder.set(anchor.size);
}

/** Layouts in which a squeezed place must have come to rest. */
const MOST_LAYOUTS = 8;

/**
 * Some pages give a place less room than the ciphertext itself had there: beside a bubble stand buttons that shrink for
 * a long text and not for a short one. What is wider than its place would be cut, so the room is what the place gets.
 */
export function fitSqueezed(anchors: readonly Anchor[]): void {
  let squeezed = anchors.filter(isSqueezed);
  // Each narrower text leaves the page less to squeeze.
  for (let layouts = 0; squeezed.length > 0 && layouts < MOST_LAYOUTS; layouts += 1) {
    const widths = squeezed.map(({ element }) => element.offsetWidth);
    for (const [index, anchor] of squeezed.entries()) {
      anchor.room = Math.max(widths[index] ?? 0, LEAST_ROOM);
      setSize(anchor, anchor.size);
    }
    squeezed = squeezed.filter(isSqueezed);
  }
}

/** By the width that is laid out: a row that is scaled while it appears is no narrower for that. */
function isSqueezed({ element, size, room, kind }: Anchor): boolean {
  const { offsetWidth } = element;
  return kind === 'text' && room > LEAST_ROOM && offsetWidth > 0 && offsetWidth < size.width - 1;
}

function roomOf(width: number, scroller: HTMLElement): number {
  return Math.round(Math.min(Math.max(width, LEAST_ROOM), scroller.clientWidth));
}

/** The same object for the same look, so that thousands of messages share a few and are told apart by identity. */
function shared(look: Look): Look {
  const key = JSON.stringify(look);
  const known = looks.get(key);
  if (known) return known;
  if (looks.size >= MOST_LOOKS) looks.clear();
  looks.set(key, look);
  return look;
}
const looks = new Map<string, Look>();
const MOST_LOOKS = 200;

/** How many screens above and below are read ahead: found by Ctrl+F, and readable before they are scrolled to. */
export const NEAR_SCREENS = 4;
