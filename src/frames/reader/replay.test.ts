import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findReplayed, type Trace } from './replay';

const trace = (id: number, sequence: number, device = 'bob'): Trace => ({
  id,
  digest: `d${id}`,
  device,
  sequence,
  // Ten minutes apart, in the order they were numbered.
  time: sequence * 600_000,
});

describe('findReplayed', () => {
  it('is content with each device in its own order', () => {
    const list = [trace(1, 1), trace(2, 1, 'alice'), trace(3, 2), trace(4, 7), trace(5, 2, 'alice')];
    expect(findReplayed(list)).toEqual(new Set());
  });
  it('finds the second of two copies, and one put behind a later message', () => {
    expect(findReplayed([trace(1, 1), trace(2, 2), { ...trace(3, 1), digest: 'd1' }])).toEqual(new Set([3]));
    expect(findReplayed([trace(1, 3), trace(2, 2), trace(3, 4)])).toEqual(new Set([2]));
  });
  it('takes no offence at what a server put in another order within a minute', () => {
    const swift = (id: number, sequence: number): Trace => ({
      ...trace(id, sequence),
      time: sequence * 1000,
    });
    expect(findReplayed([swift(1, 1), swift(2, 4), swift(3, 2), swift(4, 3), swift(5, 5)])).toEqual(
      new Set(),
    );
  });
  it('finds copies of messages without a position', () => {
    const bare: Trace = { id: 1, digest: 'same', device: null, sequence: 0, time: 0 };
    expect(findReplayed([bare, { ...bare, id: 2 }, { ...bare, id: 3, digest: 'other' }])).toEqual(
      new Set([2]),
    );
  });
  it('marks every copy that is inserted anywhere after its original', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.nat(), fc.nat(), (length, from, to) => {
        const list = Array.from({ length }, (_, index) => trace(index, index));
        const original = list[from % length];
        if (!original) return;
        const at = original.id + 1 + (to % (length - original.id));
        list.splice(at, 0, { ...original, id: 999 });
        expect(findReplayed(list)).toEqual(new Set([999]));
      }),
    );
  });
});
