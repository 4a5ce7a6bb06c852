import * as fc from 'fast-check';
import { expect, it, vi } from 'vitest';

vi.mock('../platform/browser', () => ({
  browser: { i18n: { getMessage: (key: string) => (key === 'preview_message' ? 'LABEL' : 'INVITED') } },
}));
const { previewOf } = await import('./preview-text');
const { writeTokens } = await import('../wire/token');

const [token = ''] = writeTokens({ kind: 'message', body: new Uint8Array(300).fill(7), limit: null });

it('puts words in the place of ciphertext, whole or cut anywhere, and keeps what stands around it', () => {
  const words = fc.stringMatching(/^[a-z ,:äöü]{0,20}$/);
  fc.assert(
    fc.property(words, words, fc.integer({ min: 8, max: token.length }), (before, after, cut) => {
      const isWhole = cut === token.length;
      const text = `${before}: ${token.slice(0, cut)}${isWhole ? '' : '…'} ${after}`;
      const preview = previewOf(text);
      expect(preview).toMatchObject({ isWhole, isAll: false });
      expect(preview?.text).toBe(`${before}: LABEL ${after}`);
    }),
  );
});

it('tells a text that is nothing else, and leaves others alone', () => {
  expect(previewOf(`${token.slice(0, 60)}...`)).toEqual({ text: 'LABEL', isAll: true, isWhole: false });
  expect(previewOf('QzSott and BEGIN PGP are words')).toBeNull();
  expect(previewOf('')).toBeNull();
});

it('knows invitations and armor', () => {
  const [invitation = ''] = writeTokens({ kind: 'invitation', body: new Uint8Array(40), limit: null });
  expect(previewOf(`Hello ${invitation}`)?.text).toBe('Hello INVITED');
  expect(previewOf('-----BEGIN PGP MESSAGE-----\n\nwV4DAbcd')?.text).toBe('LABEL');
});
