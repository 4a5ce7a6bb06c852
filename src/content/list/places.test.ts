import { describe, expect, it } from 'vitest';
import type { Look } from '../../protocol/shapes';
import type { Anchor } from './anchor';
import { describePlaces, isAnyWaiting, type Shown } from './places';

const screen = { top: 100, height: 100 };
const look = { fontSize: 14 } as Look;
const shown = (id: number, y: number, anchor: Partial<Anchor> = {}): Shown => ({
  anchor: { id, room: 300, look, read: false, ...anchor } as Anchor,
  rect: { x: 5, y, width: 300, height: 20 },
});
const list = [shown(1, 0), shown(2, 120), shown(3, 150, { read: true }), shown(4, 900)];

describe('places', () => {
  const near = (held: 'none' | 'unseen' | 'all') =>
    describePlaces(list, 0, screen, held).places.flatMap((place) => (place.near ? place.id : []));

  it('are read in order of need: held back is what was not read yet', () => {
    expect(near('none')).toEqual([1, 2, 3, 4]);
    expect(near('unseen')).toEqual([2, 3]);
    expect(near('all')).toEqual([3]);
  });

  it('are counted from the top of the frame, each with its look', () => {
    const other = { fontSize: 16 } as Look;
    const { looks, places } = describePlaces([...list, shown(5, 130, { look: other })], 100, screen, 'none');
    expect(looks).toEqual([look, other]);
    expect(places[1]).toEqual({ id: 2, x: 5, y: 20, width: 300, look: 0, near: true });
    expect(places[4]).toMatchObject({ y: 30, look: 1 });
  });

  it('wait while one on the screen is unread', () => {
    expect(isAnyWaiting(list, screen)).toBe(true);
    expect(isAnyWaiting([list[0], list[2], list[3]] as Shown[], screen)).toBe(false);
  });
});
