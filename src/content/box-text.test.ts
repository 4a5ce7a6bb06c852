// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { boxText, linesOf, squeezed } from './box-text';

it('reads what stands in an editor, without placeholders that nobody typed', () => {
  const box = document.createElement('div');
  const placeholder = Object.assign(document.createElement('span'), { textContent: 'Message' });
  placeholder.dataset['slatePlaceholder'] = 'true';
  const typed = Object.assign(document.createElement('p'), { textContent: 'abc\u200b\ufeffdef ' });
  box.append(placeholder, typed);
  expect(squeezed(boxText(box))).toBe('abcdef');
});

it('reads the value of a text field', () => {
  const field = document.createElement('textarea');
  field.value = ' ab\nc ';
  expect(squeezed(boxText(field))).toBe('abc');
});

it('keeps the lines of what is moved out of an editor', () => {
  const boxOf = (...lines: readonly (readonly (string | null)[])[]) => {
    const box = document.createElement('div');
    for (const line of lines) {
      const block = document.createElement('p');
      block.append(...line.map((piece) => piece ?? document.createElement('br')));
      box.append(block);
    }
    return box;
  };
  expect(linesOf(boxOf(['one\ufeff'], [null], ['two', null, 'three'], [null]))).toBe('one\n\ntwo\nthree');
  expect(linesOf(boxOf(['one', null], ['two']))).toBe('one\ntwo');
});
