import fc from 'fast-check';
import { expect, it } from 'vitest';
import { groupFingerprint, shortFingerprint } from './fingerprint';

const hex = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 15 }), { minLength: length, maxLength: length })
    .map((digits) => digits.map((digit) => digit.toString(16)).join(''));

it('shows every digit, in groups of four', () => {
  fc.assert(
    fc.property(fc.oneof(hex(40), hex(64)), (fingerprint) => {
      const groups = groupFingerprint(fingerprint);
      expect(groups.join('').toLowerCase()).toBe(fingerprint);
      expect(groups.every((group) => group.length === 4)).toBe(true);
    }),
  );
});

it('shortens to the last twelve digits', () => {
  expect(shortFingerprint('b0b2d7c419e8a35f60417bd99c02fe1385aa46d1')).toBe('… FE13 85AA 46D1');
});
