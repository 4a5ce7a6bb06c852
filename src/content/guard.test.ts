// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { guard, type Covered, type Guard, type Guarded } from './guard';

vi.mock('../platform/browser', () => ({
  browser: { runtime: { getURL: (path: string) => `chrome-extension://sotto/${path}` } },
}));

let life: AbortController;
let covered: Covered & {
  readonly focus: ReturnType<typeof vi.fn>;
  readonly onTheft: ReturnType<typeof vi.fn>;
};
let guarded: Guarded;
let guarding: Guard;
let box: HTMLElement;
beforeEach(() => {
  const area = document.createElement('div');
  box = document.createElement('textarea');
  area.append(box);
  document.body.replaceChildren(area, document.createElement('input'));
  covered = {
    area,
    host: null,
    focus: vi.fn<() => void>(),
    onTheft: vi.fn<() => void>(),
  };
  guarded = {
    covered: new Set([covered]),
    inserting: false,
    onIntrusion: vi.fn<() => void>(),
    lookAgain: () => undefined,
  };
  life = new AbortController();
  guarding = guard(guarded, life.signal);
});
afterEach(() => life.abort());

/** As from a person's keyboard, which no script can make. True if the page got it. */
function key(type: 'keydown' | 'keyup', init: KeyboardEventInit, at: HTMLElement = box): boolean {
  const event = new KeyboardEvent(type, { bubbles: true, cancelable: true, ...init });
  Object.defineProperty(event, 'isTrusted', { value: true });
  const heard = vi.fn<() => void>();
  at.addEventListener(type, heard, { once: true });
  at.dispatchEvent(event);
  at.removeEventListener(type, heard);
  return heard.mock.calls.length > 0;
}

describe('while somebody writes in the composer', () => {
  it('a key pressed in the page is a theft, and does not reach it', () => {
    guarding.take(covered);
    expect(key('keydown', { key: 'a' })).toBe(false);
    expect(covered.onTheft).toHaveBeenCalledOnce();
    expect(covered.focus).toHaveBeenCalled();
  });

  it('a key let go in the page is none, and does not reach it either', () => {
    guarding.take(covered);
    expect(key('keyup', { key: 'Enter' })).toBe(false);
    expect(covered.onTheft).not.toHaveBeenCalled();
    expect(covered.focus).toHaveBeenCalledOnce();
  });

  it('neither moves the focus while ciphertext is put in', () => {
    guarding.take(covered);
    guarded.inserting = true;
    expect(key('keydown', { key: 'a' })).toBe(false);
    expect(key('keyup', { key: 'Enter' })).toBe(false);
    expect(covered.onTheft).not.toHaveBeenCalled();
    expect(covered.focus).not.toHaveBeenCalled();
  });
});

it('a key aimed at the covered box goes to the composer, and one elsewhere to the page', () => {
  expect(key('keydown', { key: 'a' })).toBe(false);
  expect(covered.focus).toHaveBeenCalledOnce();
  expect(covered.onTheft).not.toHaveBeenCalled();
  expect(key('keydown', { key: 'a' }, document.querySelector('input') ?? box)).toBe(true);
});
