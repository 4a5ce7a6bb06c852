import fc from 'fast-check';
import { expect, it, vi } from 'vitest';

vi.mock('../../platform/i18n', () => ({ language: () => 'en' }));
const { safeFileName, sizeWords } = await import('./file-words');

it.each([
  ['holiday.jpg', 'holiday.jpg'],
  ['Straße 7 — 日本.txt', 'Straße 7 — 日本.txt'],
  ['../../etc/passwd', '_.._etc_passwd'],
  ['C:\\Windows\\x.exe', 'C__Windows_x.exe'],
  ['invoice\u202Egpj.exe', 'invoice_gpj.exe'],
  ['a\u0000b\nc', 'a_b_c'],
  ['.bashrc', 'bashrc'],
  ['con.txt', '_con.txt'],
  ['LPT1', '_LPT1'],
  ['trailing. . ', 'trailing'],
  ['...', 'file'],
  ['', 'file'],
])('%j is saved as %j', (name, safe) => expect(safeFileName(name)).toBe(safe));

it('keeps the ending of a long name', () => {
  expect(safeFileName(`${'x'.repeat(300)}.docx`)).toMatch(/^x{115}\.docx$/);
});

it('is safe whatever the name, and once made safe stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
      const safe = safeFileName(name);
      expect(safe).toMatch(/^[^/\\:*?"<>|\p{Cc}\p{Cf}]{1,120}$/u);
      expect(safe).not.toMatch(/^\.|\.$/);
    }),
  );
});

it.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1000, '1 kB'],
  [3_210_000, '3.2 MB'],
  [104_857_600, '104.9 MB'],
])('%i bytes are %s', (bytes, words) => expect(sizeWords(bytes)).toBe(words));
