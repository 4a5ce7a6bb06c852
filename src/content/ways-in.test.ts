// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { waysIn } from './ways-in';

const boxIn = (html: string) => {
  const page = new DOMParser().parseFromString(html, 'text/html');
  return document.importNode(
    page.querySelector<HTMLElement>('[contenteditable], textarea') ?? page.body,
    true,
  );
};

it('asks the box itself before the facts of its site', () => {
  expect(waysIn(boxIn('<div contenteditable data-lexical-editor="true"></div>'), ['command'])).toEqual([
    'beforeinput',
    'paste',
  ]);
  expect(waysIn(boxIn('<div contenteditable data-slate-editor="true"></div>'), ['command'])).not.toContain(
    'command',
  );
});

it('follows the facts for any other box, without the way that only fields have', () => {
  expect(waysIn(boxIn('<div contenteditable></div>'), ['value', 'command', 'paste'])).toEqual([
    'command',
    'paste',
  ]);
});

it('sets the value of a field, whatever the facts say', () => {
  expect(waysIn(boxIn('<textarea></textarea>'), ['paste'])).toEqual(['value', 'command']);
});
