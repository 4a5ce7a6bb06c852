/** By hand, as many a small site has it: no role, no label, no name, a list from below, and what sends is a plain element. */
import { connect, me, mountPoint, nameOf, other } from './relay';

function make(style: string, ...inside: (HTMLElement | string)[]): HTMLElement {
  const element = document.createElement('div');
  element.style.cssText = style;
  element.append(...inside);
  return element;
}

const list = make('flex: 1; overflow-y: auto; display: flex; flex-direction: column-reverse');
const box = make('flex: 1; max-height: 120px; overflow: auto; border: 1px solid #ccc; padding: 6px');
box.contentEditable = 'true';
const send = make('cursor: pointer; padding: 8px', '➤');
mountPoint().append(
  make(
    'display: flex; height: 100vh',
    make('width: 200px; overflow: auto', make('', nameOf(other)), make('', 'Carol')),
    make(
      'flex: 1; min-width: 0; display: flex; flex-direction: column',
      make('padding: 12px; font-weight: 600', nameOf(other)),
      list,
      make('display: flex', box, send),
    ),
  ),
);
const say = connect(({ from, text }) => {
  const colour = from === me ? '#d8ccff' : '#eee';
  list.prepend(make(`background: ${colour}; padding: 6px; margin: 4px; overflow-wrap: anywhere`, text));
});
send.addEventListener('click', () => {
  const text = box.textContent ?? '';
  if (text.trim() !== '') say(text);
  box.replaceChildren();
});
