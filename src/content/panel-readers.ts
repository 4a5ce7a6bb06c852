/**
 * Stands in for the readers while a side panel follows this tab: notes which element holds which ciphertext, and tells
 * the panel in the list's order. Nothing of ours is put into the list then.
 */
import type { Listed } from '../protocol/panel';
import { wireOf, type WireElement } from './list/find-wires';
import { scrollerOf } from './list/scroller';
import type { Readers } from './readers';
import type { Site } from './site';

export type PanelReaders = Readers & {
  /** Goes back by most of a screen in the list. */
  readonly earlier: () => void;
};

/** Milliseconds that changes are gathered before the list is told again. */
const SETTLE = 50;

let nextId = 1;

/** @param tell gets the messages that stand in the list now, in its order */
export function createPanelReaders(
  site: Site,
  tell: (items: readonly Required<Listed>[]) => void,
): PanelReaders {
  const known = new Map<HTMLElement, { readonly id: number; readonly wire: string }>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = '';

  const soon = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      look();
    }, SETTLE);
  };

  const look = () => {
    for (const element of known.keys()) if (!element.isConnected) known.delete(element);
    const placed = [...known].map(([element, { id, wire }]) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { element, id, wire, x, y, isShown: width > 0 && height > 0 };
    });
    // By where they stand: virtualised lists put their rows into the document in any order.
    const shown = placed.filter(({ isShown }) => isShown).sort((a, b) => a.y - b.y || a.x - b.x);
    const items = shown.map(({ element, id, wire }) => ({ id, wire, side: sideOf(element) }));
    const now = items.map(({ id, side }) => `${id} ${side}`).join();
    if (now === last) return;
    last = now;
    tell(items);
  };

  const add = ({ element, wire }: Pick<WireElement, 'element' | 'wire'>) => {
    if (known.get(element)?.wire !== wire) known.set(element, { id: nextId++, wire });
  };

  return {
    found: (found) => {
      for (const hit of found) {
        add(hit);
        if (!hit.complete) site.seeMore(hit.element)?.click();
      }
      soon();
    },
    prepare: () => undefined,
    removed: () => {
      for (const element of known.keys()) if (!element.isConnected) known.delete(element);
    },
    changed: (element) => {
      for (let at: Element | null = element; at; at = at.parentElement) {
        if (!(at instanceof HTMLElement) || !known.has(at)) continue;
        const now = wireOf(at);
        if (now?.complete) add({ element: at, wire: now.wire });
        else known.delete(at);
        return;
      }
    },
    moved: soon,
    isReading: () => false,
    delivery: (wire) => {
      for (const [element, entry] of known) {
        if (entry.wire === wire && element.isConnected) return site.delivery(element);
      }
      return null;
    },
    remove: () => {
      clearTimeout(timer);
      known.clear();
    },
    earlier: () => {
      const [first] = known.keys();
      const scroller = first && scrollerOf(first);
      if (scroller) scroller.scrollBy({ top: -scroller.clientHeight * 0.8 });
    },
  };
}

/** Messengers put what the person wrote at the end of the line. */
function sideOf(element: HTMLElement): 'start' | 'end' {
  const list = scrollerOf(element).getBoundingClientRect();
  const { left, right } = element.getBoundingClientRect();
  const isAtLeft = left - list.left <= list.right - right;
  const isRightToLeft = getComputedStyle(element.parentElement ?? element).direction === 'rtl';
  return isAtLeft === isRightToLeft ? 'end' : 'start';
}
