import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeBinding, deriveConversationId, encodeBinding, hashRecipients, NO_PREVIOUS } from './binding';
import type { Binding, Pin } from './types';

const filled = (length: number, value: number) => Array.from({ length }, () => value);

const hex = (bytes: number) =>
  fc
    .uint8Array({ minLength: bytes, maxLength: bytes })
    .map((value) => [...value].map((byte) => byte.toString(16).padStart(2, '0')).join(''));
const bindings = fc.record({
  conversation: hex(16),
  device: hex(8),
  sequence: fc.integer({ min: 1, max: 0xffff_ffff }),
  previous: hex(16),
  recipients: hex(16),
  edit: fc.boolean(),
}) as fc.Arbitrary<Binding>;
const pin = (digit: string) => digit.repeat(128) as Pin;

describe('the binding', () => {
  test('comes back from its 64 bytes', () => {
    fc.assert(
      fc.property(bindings, (binding) => {
        const bytes = encodeBinding(binding);
        expect(bytes).toHaveLength(64);
        expect(decodeBinding(bytes)).toEqual(binding);
      }),
    );
  });

  test('has one encoding: other bytes decode to another binding or to none', () => {
    fc.assert(
      fc.property(bindings, fc.nat(63), fc.integer({ min: 1, max: 255 }), (binding, position, change) => {
        const bytes = encodeBinding(binding);
        bytes[position] = (bytes[position] ?? 0) ^ change;
        const decoded = decodeBinding(bytes);
        if (decoded !== null) {
          expect(decoded).not.toEqual(binding);
          expect(encodeBinding(decoded)).toEqual(bytes);
        }
      }),
    );
  });

  test('has the published layout', () => {
    const bytes = encodeBinding({
      conversation: 'aa'.repeat(16),
      device: 'bb'.repeat(8),
      sequence: 0x01020304,
      previous: 'cc'.repeat(16),
      recipients: 'dd'.repeat(16),
      edit: true,
    } as Binding);
    expect(Buffer.from(bytes).toString('hex')).toBe(
      `01${'aa'.repeat(16)}${'bb'.repeat(8)}01020304${'cc'.repeat(16)}${'dd'.repeat(16)}010000`,
    );
  });

  test.each([
    ['empty', []],
    ['63 bytes', filled(63, 1)],
    ['65 bytes', filled(65, 1)],
    ['another version', [2, ...filled(63, 0)]],
    ['sequence zero', [1, ...filled(63, 0)]],
  ])('refuses %s', (_, bytes) => {
    expect(decodeBinding(new Uint8Array(bytes))).toBeNull();
  });

  test('refuses reserved bytes that are not zero', () => {
    const bytes = new Uint8Array(64);
    bytes[0] = 1;
    bytes[28] = 1;
    expect(decodeBinding(bytes)).not.toBeNull();
    bytes[63] = 1;
    expect(decodeBinding(bytes)).toBeNull();
  });

  test.each([0, -1, 1.5, 2 ** 32, Number.NaN])('is not made with sequence %s', (sequence) => {
    const binding = { conversation: '', device: '', sequence, previous: NO_PREVIOUS, recipients: '' };
    expect(() => encodeBinding(binding as Binding)).toThrow(RangeError);
  });

  test('is read from a view into a larger buffer', () => {
    const bytes = new Uint8Array(80);
    bytes.set([1], 10);
    bytes.set([0, 0, 1, 2], 35);
    expect(decodeBinding(bytes.subarray(10, 74))?.sequence).toBe(258);
  });
});

describe('hashes of pins', () => {
  test('do not depend on order or repetition', async () => {
    const [a, b] = [pin('a'), pin('b')];
    expect(await hashRecipients([a, b])).toBe(await hashRecipients([b, a, b]));
    expect(await deriveConversationId('x', [a, b])).toBe(await deriveConversationId('x', [b, a]));
  });

  test('depend on every pin, on the site and on what they are for', async () => {
    const [a, b, c] = [pin('a'), pin('b'), pin('c')];
    const all = [
      await hashRecipients([a, b]),
      await hashRecipients([a, c]),
      await hashRecipients([a]),
      await deriveConversationId('x', [a, b]),
      await deriveConversationId('y', [a, b]),
      await deriveConversationId('', [a, b]),
    ];
    expect(new Set(all)).toHaveLength(6);
    for (const hash of all) expect(hash).toMatch(/^[0-9a-f]{32}$/);
  });

  test('stay what they are: a change would unbind every conversation', async () => {
    expect(await hashRecipients([pin('a'), pin('b')])).toMatchInlineSnapshot(
      `"fb6d3f5ade7d8a1cdf35f48399b89f1b"`,
    );
    expect(await deriveConversationId('discord', [pin('a'), pin('b')])).toMatchInlineSnapshot(
      `"333514434e4839d1ef7c93492c388f84"`,
    );
  });
});
