/** What the reader frame is told of the places in the list. */
import type { Place } from '../../protocol/port';
import type { Look } from '../../protocol/shapes';
import type { Anchor } from './anchor';
import { isIn, type Rect, type Stretch } from './geometry';

/** A message that takes up room in the list, and where. */
export type Shown = { readonly anchor: Anchor; readonly rect: Rect };

/** Looks that one list may mix: own and others' bubbles, replies. */
const MOST_LOOKS = 16;

/** Whether one of them is on the screen and not yet read. */
export function isAnyWaiting(shown: readonly Shown[], screen: Stretch): boolean {
  return shown.some(({ anchor, rect }) => !anchor.read && isIn(rect, screen));
}

/**
 * Places in a frame that begins at `top`, without the wire texts.
 * @param held what is not to be read now, if it has not been: with `unseen`, what is off the screen
 */
export function describePlaces(
  shown: readonly Shown[],
  top: number,
  screen: Stretch,
  held: 'none' | 'unseen' | 'all',
): { readonly looks: Look[]; readonly places: Place[] } {
  const looks: Look[] = [];
  const lookIndex = (look: Look) => {
    const at = looks.indexOf(look);
    if (at >= 0) return at;
    return looks.length < MOST_LOOKS ? looks.push(look) - 1 : 0;
  };
  const isNear = ({ anchor, rect }: Shown) =>
    anchor.read || held === 'none' || (held === 'unseen' && isIn(rect, screen));
  const places = shown.map((each) => ({
    id: each.anchor.id,
    x: each.rect.x,
    y: each.rect.y - top,
    width: each.anchor.room,
    look: lookIndex(each.anchor.look),
    near: isNear(each),
  }));
  return { looks, places };
}
