/**
 * A chat with one of the editors, as the address asks: `?kind=`, `&root=light|shadow`, `&enter=`, `&editable=`,
 * `&draft=`, `&trusted`, `&nobutton`, `&markup`. What was sent joins the list, as text of the editor's own state.
 */
import type { EditorKind, EditorRules } from '../editor';
import { mountEditor } from '../mount-editor';
import type { Sent, TestPage } from './test-page';

/** A model of so many characters is a long message's, not a short one's. */
const long = 20_000;
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

const sent: Sent[] = [];
const send = (text: string) => {
  if (text === '') return;
  sent.push({ text, hidden: document.hidden, took: (filledAt ?? 0) - (touchedAt ?? 0) });
  touchedAt = null;
  filledAt = null;
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
/** Milliseconds of `performance.now()`, since the last message went. */
let touchedAt: number | null = null;
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
    if (text.length >= long) filledAt ??= performance.now();
  },
});
for (const type of ['focus', 'beforeinput', 'paste', 'input']) {
  editor.element.addEventListener(type, () => (touchedAt ??= performance.now()), true);
}
if (query.has('nobutton')) button.remove();
const draft = query.get('draft');
if (draft !== null) editor.setText(draft);
(globalThis as unknown as { testPage: TestPage }).testPage = { editor, sent };
document.documentElement.dataset['ready'] = '';
