/**
 * A chat with one of the editors, as the address asks: `?kind=`, `&root=light|shadow`, `&enter=`, `&editable=`,
 * `&draft=`. What was sent joins the list, as text of the editor's own state.
 */
import type { EditorKind, EditorRules } from '../editor';
import { mountEditor } from '../mount-editor';
import type { TestPage } from './test-page';

const query = new URLSearchParams(location.search);
const kind = (query.get('kind') ?? 'contenteditable') as EditorKind;

const list = document.createElement('div');
list.setAttribute('role', 'log');
list.tabIndex = 0;
const form = document.createElement('form');
const place = document.createElement('div');
const button = document.createElement('button');
button.textContent = 'Send';
form.append(place, button);
document.body.append(list, form);

const sent: string[] = [];
const send = (text: string) => {
  if (text === '') return;
  sent.push(text);
  editor.clear();
  const row = document.createElement('div');
  row.textContent = text;
  list.append(row);
  list.scrollTop = list.scrollHeight;
};
form.addEventListener('submit', (event) => {
  event.preventDefault();
  send(editor.model());
});

let parent = place;
if (query.get('root') === 'shadow') {
  parent = document.createElement('div');
  place.attachShadow({ mode: 'open' }).append(parent);
}
/** When the model first held more than one character since it was empty, in milliseconds of `performance.now()`. */
let filledAt: number | null = null;
const rules: EditorRules = {
  enter: (query.get('enter') ?? 'enter') as EditorRules['enter'],
  trustedKeysOnly: query.has('trusted'),
  markup: query.has('markup'),
};
const editable = query.get('editable');
const editor = await mountEditor(kind, parent, {
  attributes: {
    role: 'textbox',
    'aria-label': 'Message',
    class: 'box',
    ...(editable === null ? {} : { contenteditable: editable }),
  },
  placeholder: 'Write a message',
  rules,
  onSend: send,
  onChange: (text) => {
    filledAt = text === '' ? null : (filledAt ?? performance.now());
  },
});
if (query.has('nobutton')) button.remove();
const draft = query.get('draft');
if (draft !== null) editor.setText(draft);
(globalThis as unknown as { testPage: TestPage }).testPage = { editor, sent, filledAt: () => filledAt };
document.documentElement.dataset['ready'] = '';
