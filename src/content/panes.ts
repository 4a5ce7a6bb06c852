/** Which open chat a part of the page belongs to. */
import { parentOf } from './deep-query';
import { standsIn } from './open-roots';
import type { Place } from './site';

/** The smallest part of the page that holds a place's list and box; null where that is the whole page. */
function paneOf({ writing, list }: Place): Element | null {
  const box = writing?.box;
  let pane: Element | null = list ?? box ?? null;
  if (box) while (pane && !standsIn(box, pane)) pane = parentOf(pane);
  return pane === document.body || pane === document.documentElement ? null : pane;
}

/** The place whose pane is the nearest around what has this path; null where no pane is. */
export function placeAround<T extends { readonly place: Place }>(
  all: readonly T[],
  path: readonly EventTarget[],
): T | null {
  let nearest: T | null = null;
  let least = Infinity;
  for (const one of all) {
    const pane = paneOf(one.place);
    const at = pane ? path.indexOf(pane) : -1;
    if (at >= 0 && at < least) [nearest, least] = [one, at];
  }
  return nearest;
}

/**
 * Whether what is written at this path is written in the chat: anything in its list, and boxes like the compose box in
 * its pane. Fields that search are none.
 */
export function isWritingIn(place: Place, path: readonly EventTarget[]): boolean {
  const [field] = path;
  if (
    !(field instanceof HTMLElement) ||
    field.closest('[role="search"], [role="searchbox"], [type="search"]')
  )
    return false;
  if (place.list && place.list !== document.body && path.includes(place.list)) return true;
  return field.isContentEditable || field instanceof HTMLTextAreaElement;
}
