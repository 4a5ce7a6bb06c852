// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Anchor } from './anchor';
import { watchNearness } from './nearness';
import type { Shown } from './places';

vi.mock('../../platform/browser', () => ({
  browser: { runtime: { getURL: () => 'chrome-extension://x/' } },
}));

/** A list of 1000 pixels' height on the screen, scrolled to `scrolled`, whose messages stand 100 pixels apart. */
function start() {
  let tell: (entries: readonly object[]) => void = () => undefined;
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(callback: typeof tell) {
        tell = callback;
      }
      observe() {}
      disconnect() {}
    },
  );
  const at = { scrolled: 0, shifted: 0 };
  const rectAt = (y: number, height: number) => () =>
    new DOMRect(0, y - at.scrolled + at.shifted, 300, height);
  const scroller = document.createElement('div');
  scroller.getBoundingClientRect = () => new DOMRect(0, 0, 300, 1000);
  Object.defineProperty(scroller, 'clientHeight', { value: 1000 });
  const anchors = new Map<Element, Anchor>();
  const shown = Array.from({ length: 100 }, (_, index): Shown => {
    const element = document.createElement('p');
    element.getBoundingClientRect = rectAt(index * 100, 40);
    const anchor = { element, near: false, placeholder: { isIntact: () => true } } as unknown as Anchor;
    anchors.set(element, anchor);
    return { anchor, rect: { x: 0, y: index * 100, width: 300, height: 40 } };
  });
  const calls: string[] = [];
  const nearness = watchNearness(
    scroller,
    (element) => anchors.get(element),
    () => ({ x: 0, y: -at.scrolled }),
    { onCome: () => calls.push('come'), onDrift: () => calls.push('drift') },
  );
  const come = (index: number, isIntersecting = true) => {
    const target = shown[index]?.anchor.element;
    tell([{ target, isIntersecting, boundingClientRect: target?.getBoundingClientRect() }]);
  };
  const placeUpTo = (count: number) =>
    nearness.placed(shown.slice(0, count), { top: at.scrolled, height: 1000 });
  return { at, calls, come, placeUpTo, shown };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('notes what came near, and calls for it a while later', () => {
  const { calls, come, placeUpTo, shown } = start();
  placeUpTo(20);
  come(25);
  come(26);
  come(3, false);
  expect([calls, shown[25]?.anchor.near, shown[3]?.anchor.near]).toEqual([[], true, false]);
  vi.runAllTimers();
  expect(calls).toEqual(['come']);
});

it('lets the list be scrolled by two screens before it calls again', () => {
  const { at, calls, come, placeUpTo } = start();
  placeUpTo(50);
  at.scrolled = 1900;
  come(1, false);
  expect(calls).toEqual([]);
  at.scrolled = 2000;
  come(2, false);
  expect(calls).toEqual(['come']);
});

it('notices that what was placed stands elsewhere by now', () => {
  const { at, calls, come, placeUpTo } = start();
  placeUpTo(50);
  at.scrolled = 300;
  at.shifted = 12;
  come(1, false);
  expect(calls).toEqual(['drift']);
});
