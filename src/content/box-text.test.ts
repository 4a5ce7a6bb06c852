// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { boxText, squeezed } from './box-text';

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
