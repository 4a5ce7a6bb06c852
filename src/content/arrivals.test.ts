// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { WireElement } from './list/find-wires';

const asked = vi.hoisted(() => [] as { readonly name: string; readonly wires: readonly string[] }[]);
vi.mock('./ask', () => ({
  ask: (name: string, { wires }: { wires: readonly string[] }) => {
    asked.push({ name, wires });
    return Promise.resolve({});
  },
}));

let away: boolean;
let life: AbortController;
let onBack: () => void;
let note: (chat: string, ...wires: string[]) => void;

const wire = (name: string) => `QzSotto1m${name.padEnd(100, name)}`;
const found = (text: string, complete = true): WireElement => ({
  element: document.createElement('p'),
  wire: text,
  complete,
});
const handedOver = () => asked.map(({ wires }) => wires);

beforeEach(async () => {
  vi.useFakeTimers();
  vi.resetModules();
  asked.length = 0;
  away = true;
  vi.spyOn(document, 'hidden', 'get').mockImplementation(() => away);
  vi.spyOn(document, 'hasFocus').mockImplementation(() => !away);
  life = new AbortController();
  onBack = vi.fn();
  const { noteArrivals } = await import('./arrivals');
  const opened = performance.now();
  note = (chat, ...wires) =>
    noteArrivals(
      { conversation: { site: 'demo', chat }, opened, onBack, signal: life.signal },
      wires.map((text) => found(text)),
    );
  vi.advanceTimersByTime(5000);
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('ciphertext in a list', () => {
  it('is handed over while the tab is in the background, once', () => {
    note('room', wire('a'));
    note('room', wire('a'), wire('b'));
    expect(handedOver()).toEqual([[wire('a')], [wire('b')]]);
    expect(asked[0]?.name).toBe('chat.arrived');
  });

  it('is not while the chat is looked at, nor later', () => {
    away = false;
    note('room', wire('a'));
    away = true;
    note('room', wire('a'));
    expect(handedOver()).toEqual([]);
  });

  it('is while the window has not the focus', () => {
    vi.spyOn(document, 'hidden', 'get').mockReturnValue(false);
    note('room', wire('a'));
    expect(handedOver()).toHaveLength(1);
  });

  it('is not if it is cut short', async () => {
    const { noteArrivals } = await import('./arrivals');
    const chat = { conversation: { site: 'demo', chat: 'room' }, opened: 0, onBack, signal: life.signal };
    noteArrivals(chat, [found(wire('a').slice(0, 40), false)]);
    expect(handedOver()).toEqual([]);
  });

  it('is told apart by its chat', () => {
    note('room', wire('a'));
    note('other', wire('a'));
    expect(handedOver()).toHaveLength(2);
  });

  it('is handed over a few at once, the newest', () => {
    const all = Array.from('abcdefghijkl', wire);
    note('room', ...all);
    expect(handedOver()).toEqual([all.slice(-8)]);
  });
});

describe('a chat that was just opened', () => {
  it('fills its list with what was there before', async () => {
    vi.resetModules();
    const { noteArrivals } = await import('./arrivals');
    const opened = performance.now();
    const chat = { conversation: { site: 'demo', chat: 'new' }, opened, onBack, signal: life.signal };
    noteArrivals(chat, [found(wire('a'))]);
    vi.advanceTimersByTime(5000);
    noteArrivals(chat, [found(wire('a')), found(wire('b'))]);
    // The site draws the chat anew.
    noteArrivals({ ...chat, opened: performance.now() }, [found(wire('c'))]);
    expect(handedOver()).toEqual([[wire('b')], [wire('c')]]);
  });
});

describe('the person’s coming back', () => {
  const show = () => {
    away = false;
    document.dispatchEvent(new Event('visibilitychange'));
  };

  it('is told once, and only where something was handed over', () => {
    show();
    expect(onBack).not.toHaveBeenCalled();
    away = true;
    note('room', wire('a'));
    note('room', wire('b'));
    show();
    show();
    expect(onBack).toHaveBeenCalledTimes(1);
  });

  it('is noticed where no event tells it', () => {
    note('room', wire('a'));
    vi.advanceTimersByTime(3000);
    expect(onBack).not.toHaveBeenCalled();
    away = false;
    vi.advanceTimersByTime(1000);
    expect(onBack).toHaveBeenCalledTimes(1);
  });

  it('is not told of a chat that is open no more', () => {
    note('room', wire('a'));
    life.abort();
    show();
    vi.advanceTimersByTime(5000);
    expect(onBack).not.toHaveBeenCalled();
  });
});
