import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepNewest } from './keep-newest';

const bounds = { perTab: 3, total: 8 };
const fill = (tabs: readonly number[]) =>
  tabs.reduce<readonly { tab: number; id: number }[]>(
    (list, tab, id) => keepNewest(list, { tab, id }, bounds),
    [],
  );

describe('keepNewest', () => {
  it('drops the oldest of a tab that has its share', () => {
    expect(fill([1, 2, 1, 1, 1, 1]).map(({ id }) => id)).toEqual([1, 3, 4, 5]);
  });

  it('drops of the fullest tab when all is full', () => {
    const list = fill([9, 1, 1, 1, 2, 2, 2, 3, 3]);
    expect(list).toHaveLength(8);
    expect(list.find(({ tab }) => tab === 9)).toBeDefined();
  });

  it('leaves a tab with one entry alone, while any other has more', () => {
    const list = fill([9, 1, 1, 2, 3, 4, 5, 6, 7, 1, 2]);
    expect(list.map(({ tab }) => tab)).toEqual([9, 3, 4, 5, 6, 7, 1, 2]);
  });

  it('keeps both bounds, the newest entry, and the order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 60 }), (tabs) => {
        const list = fill(tabs);
        expect(list.length).toBeLessThanOrEqual(bounds.total);
        for (const tab of new Set(tabs)) {
          expect(list.filter((entry) => entry.tab === tab).length).toBeLessThanOrEqual(bounds.perTab);
        }
        expect(list.at(-1)?.id).toBe(tabs.length - 1);
        expect(list.map(({ id }) => id)).toEqual(list.map(({ id }) => id).sort((a, b) => a - b));
      }),
    );
  });
});
