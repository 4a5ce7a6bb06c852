/**
 * Where the composer's frame stands: over a messenger's box and its buttons, above them, or at their upper edge. The area
 * keeps its place in the layout and is given the composer's height, so the page grows with it.
 */
import { backgroundBehind } from './measure-look';
import { standsIn } from './open-roots';
import { setImportant } from './place-frame';
import type { Writing } from './site';

export type StandAtBox = {
  /** What is covered now. */
  readonly area: () => HTMLElement;
  /** Covers it, with room for so many CSS pixels of height. */
  readonly over: (height: number) => void;
  /** Leaves it free, and stands above it. */
  readonly above: (height: number) => void;
  /** Leaves it free, with something small at its upper edge. */
  readonly atEdge: (width: number, height: number) => void;
  /** Leaves the area as it was. */
  readonly leave: () => void;
};

/** @param within what the box scrolls in, if what stands over it is to be seen there alone */
export function standAtBox(
  { box, area: whole }: Pick<Writing, 'box' | 'area'>,
  host: HTMLElement,
  within: HTMLElement | null,
): StandAtBox {
  let area = whole;
  let before = area.style.getPropertyValue('min-height');

  /** A page that takes the area away and keeps the box has the box covered still. */
  const current = () => {
    if (box.isConnected && !standsIn(box, area)) {
      area = box;
      before = area.style.getPropertyValue('min-height');
    }
    return area;
  };
  const leave = () => {
    if (before === '') area.style.removeProperty('min-height');
    else area.style.setProperty('min-height', before);
  };
  const put = (style: Readonly<Record<'left' | 'top' | 'width' | 'height', number>>) => {
    for (const [name, value] of Object.entries(style)) setImportant(host, { [name]: `${value}px` });
  };

  return {
    area: current,
    over: (needed) => {
      current().style.setProperty('min-height', `${needed}px`, 'important');
      const { left, width, height: grown, top: upper, bottom } = area.getBoundingClientRect();
      // A site that keeps its own height is covered from its lower edge upwards.
      const height = Math.max(grown, needed);
      // Unless that is above the window: then what does not fit hangs over below.
      const top = Math.max(Math.min(upper, 0), bottom - height);
      put({ left, top, width, height });
      // The frame itself is transparent: the messenger's own box must not show through.
      const clipPath = within ? clipTo(within, top, height) : 'none';
      setImportant(host, { clipPath, background: backgroundBehind(area) });
    },
    above: (height) => {
      const { left, top, width } = current().getBoundingClientRect();
      leave();
      put({ left, top: Math.max(4, top - height - 4), width, height });
      setImportant(host, { clipPath: 'none', background: backgroundBehind(area) });
    },
    atEdge: (width, height) => {
      const { right, top } = current().getBoundingClientRect();
      leave();
      put({ left: Math.max(4, right - width - 8), top: Math.max(4, top - height - 2), width, height });
      setImportant(host, { clipPath: 'none', background: 'transparent' });
    },
    leave,
  };
}

/** Leaves of what stands from `top` on, `height` CSS pixels high, only what is within the element. */
function clipTo(within: HTMLElement, top: number, height: number): string {
  const seen = within.getBoundingClientRect();
  const above = Math.max(0, seen.top - top);
  const below = Math.max(0, top + height - seen.bottom);
  return above + below > 0 ? `inset(${above}px 0 ${below}px 0)` : 'none';
}
