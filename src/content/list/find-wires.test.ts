// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { writeTokens } from '../../wire/token';
import { findWires, wireOf } from './find-wires';

const body = Uint8Array.from({ length: 300 }, (_, index) => index % 251);
const [token = ''] = writeTokens({ kind: 'message', body, limit: null });
const never = () => false;

function element(name: string, ...children: (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}

beforeEach(() => document.body.replaceChildren());

describe('findWires', () => {
  it('finds the deepest element that holds a whole token', () => {
    const text = element('span', token);
    document.body.append(
      element('ul', element('li', element('b', 'Alice'), element('div', text), element('i', '12:04'))),
    );
    const found = findWires(document.body, never);
    expect(found).toHaveLength(1);
    expect(found[0]?.element).toBe(text);
    expect(found[0]?.wire).toBe(token);
  });

  it('finds a token that the site cut into spans and <wbr>', () => {
    const pieces = token.match(/.{1,37}/g) ?? [];
    const text = element('div', ...pieces.flatMap((piece) => [element('span', piece), element('wbr')]));
    document.body.append(element('section', text));
    expect(findWires(document.body, never).map((hit) => hit.element)).toEqual([text]);
  });

  it('finds every message of a list', () => {
    const rows = Array.from({ length: 5 }, () => element('p', token));
    document.body.append(element('div', ...rows));
    expect(findWires(document.body, never).map((hit) => hit.element)).toEqual(rows);
  });

  it('leaves alone what is being typed and what is no text at all', () => {
    const editor = element('div', token);
    editor.setAttribute('contenteditable', 'true');
    Object.defineProperty(editor, 'isContentEditable', { value: true });
    document.body.append(editor, element('script', token), element('textarea', token));
    expect(findWires(document.body, never)).toEqual([]);
  });

  it('takes a cut token for a message only where the site says that this is one', () => {
    const cut = element('div', token.slice(0, 120));
    document.body.append(cut);
    expect(findWires(document.body, never)).toEqual([]);
    const found = findWires(document.body, (candidate) => candidate === cut);
    expect(found.map(({ element: hit, complete }) => ({ hit, complete }))).toEqual([
      { hit: cut, complete: false },
    ]);
  });

  it('finds nothing in plain text', () => {
    document.body.append(element('p', 'Nothing to see, only words and 12345 numbers.'));
    expect(findWires(document.body, never)).toEqual([]);
    expect(wireOf(document.body)).toBeNull();
  });
});
