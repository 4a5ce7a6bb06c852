import { expect, it } from 'vitest';
import { createFocusGuard } from './focus-guard';

it('calls a focus stolen that went in the middle of a word, unless the person was leaving', () => {
  let now = 0;
  const guard = createFocusGuard(() => now);
  expect(guard.blurred()).toBe(false);
  guard.typed();
  now = 399;
  expect(guard.blurred()).toBe(true);
  expect(guard.blurred()).toBe(false);
  guard.typed();
  guard.leaving();
  expect(guard.blurred()).toBe(false);
  guard.typed();
  now += 400;
  expect(guard.blurred()).toBe(false);
});
