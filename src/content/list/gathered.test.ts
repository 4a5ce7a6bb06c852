// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import type { WireElement } from './find-wires';
import { createGathered } from './gathered';

const finds = (count: number, root: Element): WireElement[] =>
  Array.from({ length: count }, () => {
    const element = document.createElement('p');
    root.append(element);
    return { element, wire: 'x', complete: true };
  });

function start() {
  const lots: number[] = [];
  const gathered = createGathered((_root, found) => lots.push(found.length));
  const root = document.createElement('div');
  document.body.append(root);
  return { lots, gathered, put: (count: number) => gathered.put(root, finds(count, root)), root };
}

it('tells a list of any length in a few lots', () => {
  const { lots, gathered, put } = start();
  for (let done = 0; done < 10_000; done += 10) {
    put(10);
    gathered.tellIfMuch();
  }
  gathered.tell();
  expect(lots.slice(0, 4)).toEqual([100, 100, 100, 100]);
  expect(lots.reduce((sum, lot) => sum + lot, 0)).toBe(10_000);
  expect(lots.length).toBeLessThan(25);
});

it('tells what there is when asked to, and nothing that was forgotten or is gone from the page', () => {
  const { lots, gathered, put, root } = start();
  put(3);
  gathered.tellIfMuch();
  expect(lots).toEqual([]);
  gathered.tell();
  put(2);
  gathered.clear();
  gathered.tell();
  put(4);
  root.replaceChildren();
  gathered.tell();
  expect(lots).toEqual([3]);
});
