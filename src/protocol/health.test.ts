import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { health, healthStateOf, type Health } from './health';

const well: Health = {
  chat: 'open',
  box: 'found',
  boxAt: 0,
  list: 'found',
  listAt: null,
  insert: 'held',
  sent: 'seen',
};

describe('healthStateOf', () => {
  it.each<[string, Partial<Health>]>([
    ['working', {}],
    ['working', { insert: 'untried', sent: 'untried' }],
    ['degraded', { list: 'missing' }],
    ['degraded', { sent: 'unseen' }],
    ['broken', { box: 'missing' }],
    ['broken', { insert: 'refused' }],
    ['broken', { insert: 'refused', list: 'missing' }],
  ])('is %s with %o', (state, change) => {
    expect(healthStateOf({ ...well, ...change })).toBe(state);
  });
});

it('carries nothing that could name a chat or hold a text', () => {
  for (const more of [{ title: 'Bob' }, { box: 'Bob' }, { boxAt: 1e6 }, { site: 'x' }]) {
    expect(v.safeParse(health, { ...well, ...more }).success).toBe(false);
  }
});
