import { expect, it } from 'vitest';
import { createWireMemory } from './wire-memory';

it('forgets what was set longest ago, and never the newest', () => {
  const wires = createWireMemory(10);
  wires.set(1, 'aaaa');
  wires.set(2, 'bbbb');
  wires.set(1, 'aaaa');
  wires.set(3, 'cccc');
  expect([1, 2, 3].map(wires.get)).toEqual(['aaaa', undefined, 'cccc']);
  wires.set(4, 'x'.repeat(99));
  expect([1, 3, 4].map((id) => wires.get(id)?.length)).toEqual([undefined, undefined, 99]);
});
