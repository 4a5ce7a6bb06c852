import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxBodyBytes } from './limits';
import { joinParts } from './parts';
import { readToken, writeTokens, type Token } from './token';

const bytes = (length: number, seed = 0) =>
  Uint8Array.from({ length }, (_, at) => (at * 7919 + (at >> 8) + seed) & 0xff);

function split(body: Uint8Array, limit: number): Token[] {
  return writeTokens({ kind: 'message', body, limit }).map(readToken);
}

describe('joining parts', () => {
  it('gives back the body from parts in any order, with any of them repeated', () => {
    const order = fc.infiniteStream(fc.nat());
    fc.assert(
      fc.property(
        fc.integer({ max: 20_000, min: 0 }),
        fc.integer({ min: 500, max: 5000 }),
        order,
        (length, limit, picks) => {
          const body = bytes(length, limit);
          const parts = split(body, limit);
          const heap = [...parts, ...parts.slice(0, 3)];
          const shuffled = Array.from({ length: heap.length }, () =>
            heap.splice((picks.next().value ?? 0) % heap.length, 1),
          ).flat();
          expect(Buffer.compare(joinParts(shuffled) ?? Buffer.alloc(0), body)).toBe(0);
        },
      ),
    );
  });

  it('waits while any part is missing', () => {
    const parts = split(bytes(1000), 200);
    expect(parts.length).toBeGreaterThan(5);
    expect(joinParts([])).toBeNull();
    for (const missing of parts) expect(joinParts(parts.filter((part) => part !== missing))).toBeNull();
  });

  it('refuses a part of another message, of another total or of another kind', () => {
    const [first, ...rest] = split(bytes(1000), 500);
    const [other] = split(bytes(1000, 1), 500);
    if (!first || !other) throw new Error('no parts');
    expect(() => joinParts([other, ...rest])).toThrow('bad_data');
    expect(() => joinParts([...rest, { ...first, total: 4 }])).toThrow('bad_data');
    expect(() => joinParts([...rest, { ...first, kind: 'invitation' }])).toThrow('bad_data');
    expect(() => joinParts([{ ...first, index: 3 }])).toThrow('bad_data');
    expect(() => joinParts([first, { ...other, index: 1 }])).toThrow('bad_data');
  });

  it('refuses two contents for one index, though all parts are there', () => {
    const parts = split(bytes(1000), 500);
    const [first] = parts;
    if (!first) throw new Error('no parts');
    const changed = first.body.slice();
    changed[5] = (changed[5] ?? 0) ^ 1;
    expect(() => joinParts([...parts, { ...first, body: changed }])).toThrow('bad_data');
    const beginning = { ...first, body: first.body.slice(0, 10) };
    expect(() => joinParts([first, beginning])).toThrow('bad_data');
    expect(() => joinParts([beginning, first])).toThrow('bad_data');
  });

  it('refuses parts of two bodies that were given one message id', () => {
    const parts = split(bytes(1000), 500);
    const others = split(bytes(1000, 9), 500).map((part) => ({
      ...part,
      messageId: parts[0]?.messageId ?? '',
    }));
    for (let at = 0; at < parts.length; at += 1) {
      expect(() => joinParts(parts.with(at, others[at] as Token))).toThrow('bad_data');
    }
  });

  it('refuses a whole above 1 MiB', () => {
    const part: Token = {
      kind: 'message',
      messageId: 'x',
      index: 0,
      total: 2,
      body: new Uint8Array(maxBodyBytes),
    };
    expect(() => joinParts([part, { ...part, index: 1, body: new Uint8Array(1) }])).toThrow('too_large');
  });
});
