import { expect, it } from 'vitest';
import { createMeasureLimit } from './measure-limit';

it('measures one ciphertext in three settings a minute, and in those as often as needed', () => {
  let now = 0;
  const limit = createMeasureLimit(() => now);
  const tried = Array.from({ length: 20 }, (_, width) => limit.allows('wire', `${width}`));
  expect(tried.filter(Boolean)).toHaveLength(3);
  expect(limit.allows('wire', '0')).toBe(true);
  expect(limit.allows('another', '7')).toBe(true);
  now = 59_999;
  expect(limit.allows('wire', '7')).toBe(false);
  now = 60_000;
  expect(['7', '8', '9', '10'].map((setting) => limit.allows('wire', setting))).toEqual([
    true,
    true,
    true,
    false,
  ]);
});
