import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import * as v from 'valibot';
import { oneOf } from './one-of';

const schemas = [
  v.strictObject({ type: v.literal('text'), text: v.string() }),
  v.strictObject({ type: v.literal('number'), number: v.number() }),
  v.strictObject({ type: v.literal('none') }),
] as const;
const ours = oneOf('type', schemas);
const theirs = v.variant('type', [...schemas]);

it('takes and refuses what valibot’s variant does', () => {
  const message = fc.record(
    {
      type: fc.oneof(fc.constantFrom('text', 'number', 'none', '__proto__', 'toString'), fc.string()),
      text: fc.oneof(fc.string(), fc.integer()),
      number: fc.oneof(fc.integer(), fc.string()),
    },
    { requiredKeys: [] },
  );
  let taken = 0;
  fc.assert(
    fc.property(fc.oneof(message, fc.anything()), (value) => {
      const [one, other] = [v.safeParse(ours, value), v.safeParse(theirs, value)];
      expect(one.success).toBe(other.success);
      expect(one.success ? one.output : null).toEqual(other.success ? other.output : null);
      if (one.success) taken += 1;
    }),
    {
      examples: [[{ type: 'text', text: 'a' }], [{ type: 'none' }], [null], [undefined], [{ type: 'text' }]],
    },
  );
  expect(taken).toBeGreaterThan(1);
});
