import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { fromBase64, toBase64 } from './base64';

describe('base64', () => {
  it('comes back as it was, in the words that everybody writes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.constantFrom(0, 32_767, 32_768, 70_000), (end, length) => {
        const bytes = new Uint8Array(length + end.length);
        bytes.set(end, length);
        expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
        expect(Buffer.from(fromBase64(toBase64(bytes))).equals(bytes)).toBe(true);
      }),
    );
  });

  it('throws for what is not base64', () => {
    for (const text of ['*', 'abc*', 'a']) expect(() => fromBase64(text)).toThrow();
  });

  it('is left to the browser where that knows it', () => {
    const own = { from: vi.fn(() => new Uint8Array([7])), to: vi.fn(() => 'Bw==') };
    Object.assign(Uint8Array, { fromBase64: own.from });
    Object.assign(Uint8Array.prototype, { toBase64: own.to });
    try {
      expect(toBase64(fromBase64('Bw=='))).toBe('Bw==');
      expect([own.from.mock.calls, own.to.mock.calls.length]).toEqual([[['Bw==']], 1]);
    } finally {
      Reflect.deleteProperty(Uint8Array, 'fromBase64');
      Reflect.deleteProperty(Uint8Array.prototype, 'toBase64');
    }
  });
});
