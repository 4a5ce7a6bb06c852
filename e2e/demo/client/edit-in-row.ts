/** Editing a message as the big messengers do it: in a box of its own in the message's place. */
import { make } from './dom';
import { makeBox } from './editor';

export function editInRow(row: HTMLElement, old: string, save: (text: string) => void): void {
  const place = make('div', 'row-edit');
  const field = make('div', 'box', {
    contenteditable: 'true',
    role: 'textbox',
    'aria-label': 'Edit message',
  });
  const button = make('button', '', { type: 'button', 'aria-label': 'Save' });
  button.textContent = '✓';
  place.append(field, button);
  const close = () => place.remove();
  const submit = () => {
    const text = box.text().trim();
    if (text !== '') save(text);
    close();
  };
  const box = makeBox(field, () => {}, submit);
  field.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') close();
  });
  button.addEventListener('click', submit);
  row.append(place);
  box.set(old);
  box.focus();
}
