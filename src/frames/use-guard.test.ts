// @vitest-environment happy-dom
import { h, render } from 'preact';
import { useRef } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useGuard } from './use-guard';

/** Everything is in full view. */
class AllVisible {
  readonly #tell: (entries: readonly object[]) => void;
  constructor(tell: (entries: readonly object[]) => void) {
    this.#tell = tell;
  }
  observe(): void {
    this.#tell([{ intersectionRatio: 1, isVisible: true }]);
  }
  disconnect(): void {}
}

function Ground({ asked }: { readonly asked: string }) {
  const ground = useRef<HTMLDivElement>(null);
  return h('div', { ref: ground }, useGuard(ground, asked) ? 'active' : 'waiting');
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('IntersectionObserver', AllVisible);
});
afterEach(() => {
  render(null, document.body);
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const pass = (time: number) => act(() => void vi.advanceTimersByTime(time));
const point = (type: string, pointerType: string) =>
  act(() => void document.documentElement.dispatchEvent(new PointerEvent(type, { pointerType })));

it('waits anew once the pointer comes in, since the frame may have been slipped under it', async () => {
  await act(() => render(h(Ground, { asked: 'one' }), document.body));
  expect(document.body.textContent).toBe('waiting');
  await pass(700);
  expect(document.body.textContent).toBe('active');
  await point('pointerenter', 'mouse');
  expect(document.body.textContent).toBe('waiting');
  await pass(700);
  expect(document.body.textContent).toBe('active');
});

it('takes touches, each of which comes in', async () => {
  await act(() => render(h(Ground, { asked: 'one' }), document.body));
  await pass(700);
  await point('pointerenter', 'touch');
  expect(document.body.textContent).toBe('active');
});

it('waits anew when it asks something else', async () => {
  await act(() => render(h(Ground, { asked: 'one' }), document.body));
  await pass(700);
  await act(() => render(h(Ground, { asked: 'two' }), document.body));
  expect(document.body.textContent).toBe('waiting');
});
