/** A web chat of the old kind: a table of lines, the page itself scrolls, and a form with a field of one line. */
import { connect, mountPoint, nameOf } from './relay';

const heading = document.createElement('h1');
heading.textContent = 'Room one';
const lines = document.createElement('table');
lines.style.width = '100%';
const form = document.createElement('form');
form.style.cssText = 'position: sticky; bottom: 0; background: #fff; padding: 8px';
const field = document.createElement('input');
field.name = 'message';
field.autocomplete = 'off';
field.style.width = '80%';
const say = document.createElement('button');
say.textContent = 'Say';
form.append(field, say);
mountPoint().append(heading, lines, form);

const tell = connect(({ from, text }) => {
  const row = lines.insertRow();
  for (const cell of [nameOf(from), text]) {
    const place = row.insertCell();
    place.textContent = cell;
    place.style.overflowWrap = 'anywhere';
  }
  scrollTo(0, document.body.scrollHeight);
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  if (field.value !== '') tell(field.value);
  field.value = '';
});
