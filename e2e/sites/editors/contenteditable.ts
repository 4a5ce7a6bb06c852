/** An editable element with a little script of the messenger's own: Telegram K, LinkedIn, VK, Zalo, Google Chat. */
import { adoptStyle, meaningOf, setAttributes, type Mount } from './editor';

export const mount: Mount = (parent, { attributes, placeholder, rules, onSend, onChange }) => {
  adoptStyle(
    parent,
    `[contenteditable][data-placeholder] { white-space: pre-wrap; overflow-wrap: anywhere; outline: none; min-height: 1.2em }
     [contenteditable][data-placeholder]:empty::before { content: attr(data-placeholder); opacity: 0.5 }`,
  );
  const element = document.createElement('div');
  element.setAttribute('contenteditable', 'true');
  element.dataset['placeholder'] = placeholder;
  setAttributes(element, attributes);
  parent.append(element);
  /** What the script knows: read on `input` events alone, as such messengers do. */
  let text = '';
  const note = () => {
    text = textOf(element).replace(/\n$/, '');
    onChange(text);
  };
  element.addEventListener('input', note);
  element.addEventListener('paste', (event) => {
    event.preventDefault();
    document.execCommand('insertText', false, event.clipboardData?.getData('text/plain') ?? '');
  });
  element.addEventListener('keydown', (event) => {
    const meaning = meaningOf(event, rules);
    if (event.key !== 'Enter') return;
    event.preventDefault();
    if (meaning === 'send') onSend(text);
    else if (meaning === 'break') document.execCommand('insertLineBreak');
  });
  const setText = (wanted: string) => {
    element.textContent = wanted;
    note();
  };
  return Promise.resolve({
    element,
    model: () => text,
    setText,
    clear: () => setText(''),
    focus: () => element.focus(),
  });
};

/** Lines are `<br>`, or elements that a browser made of them. */
function textOf(node: Node): string {
  if (node instanceof Text) return node.data;
  if (node instanceof HTMLBRElement) return '\n';
  return [...node.childNodes]
    .map((child, index) => (child instanceof HTMLDivElement && index > 0 ? '\n' : '') + textOf(child))
    .join('');
}
