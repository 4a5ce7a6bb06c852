import { expect, it } from 'vitest';
import { lineSteps } from './text-height';

it('grows by whole lines up to the room there is, and is never without a line', () => {
  expect(lineSteps(0, 20, 200)).toBe(20);
  expect(lineSteps(61, 20, 200)).toBe(60);
  expect(lineSteps(900, 20, 215)).toBe(200);
  expect(lineSteps(900, 20, -50)).toBe(20);
});
