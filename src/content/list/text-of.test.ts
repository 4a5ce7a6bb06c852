// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { textOf } from './text-of';

it('keeps the lines that a site makes of line breaks', () => {
  const message = document.createElement('div');
  const line = (text: string) => Object.assign(document.createElement('div'), { textContent: text });
  message.append('first', document.createElement('br'), 'second', line('third'), line('fourth'));
  expect(textOf(message)).toBe('first\nsecond\nthird\nfourth');
});
