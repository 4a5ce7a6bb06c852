import { expect, it } from 'vitest';
import { createFocusGuard } from './focus-guard';

it('calls a focus stolen that went in the middle of a word, unless the person was leaving', () => {
  let now = 0;
  const guard = createFocusGuard(() => now);
  expect(guard.blurred()).toBe(false);
  guard.typed();
  now = 399;
  expect(guard.blurred()).toBe(true);
  guard.typed();
  guard.leaving();
  expect(guard.blurred()).toBe(false);
  guard.typed();
  now += 400;
  expect(guard.blurred()).toBe(false);
});

it('stays armed after a theft, since the page may wait and take the focus again', () => {
  let now = 0;
  const guard = createFocusGuard(() => now);
  guard.typed();
  for (let thefts = 0; thefts < 3; thefts += 1) {
    now += thefts === 0 ? 100 : 1500;
    expect(guard.blurred()).toBe(true);
  }
  now += 2000;
  expect(guard.blurred()).toBe(false);
  expect(guard.blurred()).toBe(false);
});
