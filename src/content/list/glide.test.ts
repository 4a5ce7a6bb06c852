// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchGlide } from './glide';

function start() {
  const list = new EventTarget();
  const changes: boolean[] = [];
  const glide = watchGlide(list, () => changes.push(glide.isOn()), new AbortController().signal);
  const scroll = (frames: number) => {
    for (let frame = 0; frame < frames; frame += 1) {
      vi.advanceTimersByTime(16);
      list.dispatchEvent(new Event('scroll'));
    }
  };
  return { list, changes, glide, scroll };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('begins with a steady scroll and ends with it', () => {
  const { list, changes, scroll } = start();
  scroll(10);
  expect(changes).toEqual([true]);
  list.dispatchEvent(new Event('scrollend'));
  expect(changes).toEqual([true, false]);
  scroll(10);
  vi.advanceTimersByTime(150);
  expect(changes).toEqual([true, false, true, false]);
});

it('takes no jump for one', () => {
  const { changes, scroll } = start();
  for (let jump = 0; jump < 10; jump += 1) {
    scroll(1);
    vi.advanceTimersByTime(200);
  }
  expect(changes).toEqual([]);
});

it('ends when the list moves by itself, and does not begin again before it has been calm', () => {
  const { changes, glide, scroll } = start();
  scroll(5);
  glide.disturb();
  expect(changes).toEqual([true, false]);
  for (let row = 0; row < 20; row += 1) {
    scroll(5);
    glide.disturb();
  }
  expect(changes).toEqual([true, false]);
  scroll(60);
  expect(changes).toEqual([true, false, true]);
});
