/** Quill 2, as Slack uses its forerunner. */
import Quill from 'quill';
import { adoptStyle, meaningOf, setAttributes, type Mount } from './editor';

export const mount: Mount = (parent, { attributes, placeholder, rules, onSend, onChange }) => {
  const container = document.createElement('div');
  parent.append(container);
  adoptStyle(
    parent,
    `.ql-clipboard { position: absolute; left: -100000px; height: 1px; overflow: hidden; top: 50% }
     .ql-container { position: relative }
     .ql-editor { white-space: pre-wrap; overflow-wrap: anywhere; outline: none; min-height: 1.2em }
     .ql-editor p { margin: 0 }
     .ql-editor.ql-blank::before { content: attr(data-placeholder); position: absolute; opacity: 0.5; pointer-events: none }`,
  );
  const quill = new Quill(container, {
    placeholder,
    modules: { toolbar: false },
    // Without formats that it may use, its own rules for typed markup do nothing.
    formats: rules.markup ? null : [],
  });
  const model = () =>
    quill
      .getContents()
      .ops.map(({ insert }) => (typeof insert === 'string' ? insert : ''))
      .join('')
      // Every document of Quill's ends with a line feed of its own.
      .replace(/\n$/, '');
  const setText = (text: string) => {
    quill.setText(text);
    quill.setSelection(quill.getLength());
  };
  // In the capture phase, since Quill's own bindings of Enter stand first.
  container.addEventListener(
    'keydown',
    (event) => {
      const meaning = meaningOf(event, rules);
      if (event.key !== 'Enter' || meaning === 'break') return;
      event.preventDefault();
      event.stopPropagation();
      if (meaning === 'send') onSend(model());
    },
    true,
  );
  quill.on('text-change', () => onChange(model()));
  setAttributes(quill.root, attributes);
  return Promise.resolve({
    element: quill.root,
    model,
    setText,
    clear: () => setText(''),
    focus: () => quill.focus(),
  });
};
