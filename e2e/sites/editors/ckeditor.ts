/** CKEditor 5, as Teams uses it. */
import { Essentials, InlineEditor, Paragraph, type ModelNode } from 'ckeditor5';
import { adoptStyle, meaningOf, type Mount } from './editor';

export const mount: Mount = async (parent, { attributes, placeholder, rules, onSend, onChange }) => {
  adoptStyle(
    parent,
    `.ck-content { white-space: pre-wrap; overflow-wrap: anywhere; outline: none; min-height: 1.2em }
     .ck-content p { margin: 0; position: relative }
     .ck-placeholder::before { content: attr(data-placeholder); position: absolute; opacity: 0.5; pointer-events: none }
     .ck-body-wrapper { display: none }`,
  );
  const element = document.createElement('div');
  parent.append(element);
  const editor = await InlineEditor.create({
    licenseKey: 'GPL',
    root: { element, placeholder },
    plugins: [Essentials, Paragraph],
  });
  const { view } = editor.editing;
  view.change((writer) => {
    const root = view.document.getRoot();
    if (!root) return;
    for (const [name, value] of Object.entries(attributes)) {
      if (name === 'class') writer.addClass(value.split(/\s+/), root);
      else writer.setAttribute(name, value, root);
    }
  });
  const rootOf = () => {
    const root = editor.model.document.getRoot();
    if (!root) throw new Error('The editor has no root.');
    return root;
  };
  const textOf = (node: ModelNode): string => {
    if (node.is('$text')) return node.data;
    if (!node.is('element')) return '';
    return node.name === 'softBreak' ? '\n' : [...node.getChildren()].map(textOf).join('');
  };
  const model = () => [...rootOf().getChildren()].map(textOf).join('\n');
  const setText = (text: string) => {
    editor.model.change((writer) => {
      const root = rootOf();
      writer.remove(writer.createRangeIn(root));
      for (const line of text.split('\n')) {
        const paragraph = writer.createElement('paragraph');
        writer.insertText(line, paragraph);
        writer.append(paragraph, root);
      }
      writer.setSelection(root, 'end');
    });
  };
  view.document.on(
    'enter',
    (event, data) => {
      data.preventDefault();
      event.stop();
    },
    { priority: 'high' },
  );
  view.document.on(
    'keydown',
    (event, { domEvent }) => {
      const meaning = meaningOf(domEvent, rules);
      if (domEvent.key !== 'Enter') return;
      domEvent.preventDefault();
      event.stop();
      if (meaning === 'send') onSend(model());
      else if (meaning === 'break') editor.execute('shiftEnter');
    },
    { priority: 'high' },
  );
  editor.model.document.on('change:data', () => onChange(model()));
  return {
    element: editor.ui.view.editable.element ?? element,
    model,
    setText,
    clear: () => setText(''),
    focus: () => editor.focus(),
  };
};
