// @vitest-environment happy-dom
import { h, render } from 'preact';
import { useRef } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createFocusGuard } from './focus-guard';
import { useCustody } from './use-custody';

const told: unknown[] = [];
const model = {
  post: (message: unknown) => told.push(message),
  isBusy: () => false,
  focusTaken: vi.fn(() => true),
  notTaken: vi.fn(),
};
const guard = createFocusGuard(() => performance.now());

function Box() {
  const textarea = useRef<HTMLTextAreaElement>(null);
  useCustody(guard, textarea, model as never);
  return h('textarea', { ref: textarea });
}

const visibility = vi.spyOn(document, 'visibilityState', 'get');
beforeEach(async () => {
  vi.useFakeTimers();
  vi.spyOn(document, 'hasFocus').mockReturnValue(true);
  visibility.mockReturnValue('visible');
  await act(() => render(h(Box, null), document.body));
});
afterEach(() => {
  render(null, document.body);
  vi.useRealTimers();
  vi.clearAllMocks();
  told.length = 0;
});

const key = (init: KeyboardEventInit) => window.dispatchEvent(new KeyboardEvent('keydown', init));

it('tells of the focus at once, of each time it comes, and of leaving before the focus goes', () => {
  expect(told).toEqual([{ type: 'focused' }]);
  window.dispatchEvent(new Event('focus'));
  key({ key: 'a' });
  key({ key: 'Tab', shiftKey: true });
  window.dispatchEvent(new Event('blur'));
  expect(told.slice(1)).toEqual([
    { type: 'focused' },
    { type: 'leave', backwards: true },
    { type: 'blurred' },
  ]);
  expect(model.focusTaken).not.toHaveBeenCalled();
});

it('calls a blur in the middle of a word a theft, and takes that back when the tab is hidden at once', () => {
  guard.typed();
  window.dispatchEvent(new Event('blur'));
  expect(model.focusTaken).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(950);
  visibility.mockReturnValue('hidden');
  document.dispatchEvent(new Event('visibilitychange'));
  expect(model.notTaken).toHaveBeenCalledOnce();
});

it('does not take it back when the tab is hidden later', () => {
  guard.typed();
  window.dispatchEvent(new Event('blur'));
  vi.advanceTimersByTime(1100);
  visibility.mockReturnValue('hidden');
  document.dispatchEvent(new Event('visibilitychange'));
  expect(model.notTaken).not.toHaveBeenCalled();
});
