// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { isPlaceholder, placePlaceholder } from './placeholder';

vi.mock('../../platform/browser', () => ({
  browser: { runtime: { getURL: () => 'chrome-extension://x/' } },
}));

function place(style = '') {
  const element = document.createElement('div');
  element.style.cssText = style;
  return { element, placeholder: placePlaceholder(element, false) };
}

it('takes the room it is given, and gives the element back as it was', () => {
  const { element, placeholder } = place('color: red;');
  placeholder.set({ width: 300, height: 40 });
  expect([element.style.width, element.style.height, element.style.visibility]).toEqual([
    '300px',
    '40px',
    'hidden',
  ]);
  placeholder.set({ width: 0, height: 60 });
  expect([element.style.width, element.style.height]).toEqual(['100%', '60px']);
  placeholder.remove();
  expect(element.getAttribute('style')).toBe('color: red;');
});

it('knows its own style from one that the page changed, and puts it on again', () => {
  const { element, placeholder } = place();
  expect([placeholder.isIntact(), isPlaceholder(element)]).toEqual([false, false]);
  placeholder.set({ width: 300, height: 40 });
  expect([placeholder.isIntact(), isPlaceholder(element)]).toEqual([true, true]);
  element.style.visibility = 'visible';
  expect([placeholder.isIntact(), isPlaceholder(element)]).toEqual([false, false]);
  placeholder.set({ width: 300, height: 40 });
  expect(element.style.visibility).toBe('hidden');
  expect(isPlaceholder(element)).toBe(true);
  placeholder.remove();
  expect(isPlaceholder(element)).toBe(false);
});

it('is put on again after it was taken away', () => {
  const { element, placeholder } = place();
  placeholder.set({ width: 300, height: 40 });
  placeholder.remove();
  placeholder.set({ width: 300, height: 40 });
  expect(element.style.visibility).toBe('hidden');
});
