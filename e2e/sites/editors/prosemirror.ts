/** ProseMirror through Tiptap, as Telegram A uses it. */
import { Editor } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import StarterKit from '@tiptap/starter-kit';
import { adoptStyle, meaningOf, type Mount } from './editor';

export const mount: Mount = (parent, { attributes, placeholder, rules, onSend, onChange }) => {
  adoptStyle(
    parent,
    `.ProseMirror { position: relative; white-space: pre-wrap; overflow-wrap: anywhere; outline: none; min-height: 1.2em }
     .ProseMirror p { margin: 0 }
     .ProseMirror .is-empty::before { content: attr(data-placeholder); position: absolute; opacity: 0.5; pointer-events: none }`,
  );
  const editor = new Editor({
    element: parent,
    extensions: [StarterKit],
    enableInputRules: rules.markup,
    enablePasteRules: rules.markup,
    // Else it adds a style element, which a strict content security policy forbids.
    injectCSS: false,
    editorProps: {
      attributes: { ...attributes },
      handleKeyDown: (_, event) => {
        const meaning = meaningOf(event, rules);
        if (event.key !== 'Enter') return false;
        if (meaning === 'send') onSend(model());
        else if (meaning === 'break') editor.commands.setHardBreak();
        return true;
      },
    },
    onUpdate: () => onChange(model()),
  });
  editor.registerPlugin(
    new Plugin({
      props: {
        decorations: ({ doc }) =>
          doc.childCount === 1 && doc.firstChild?.content.size === 0
            ? DecorationSet.create(doc, [
                Decoration.node(0, doc.firstChild.nodeSize, {
                  class: 'is-empty',
                  'data-placeholder': placeholder,
                }),
              ])
            : null,
      },
    }),
  );
  const model = () => editor.getText({ blockSeparator: '\n' });
  const setText = (text: string) => {
    const content = text.split('\n').map((line) => ({
      type: 'paragraph',
      content: line === '' ? [] : [{ type: 'text', text: line }],
    }));
    editor.commands.setContent({ type: 'doc', content });
  };
  return Promise.resolve({
    element: editor.view.dom,
    model,
    setText,
    clear: () => {
      editor.commands.clearContent(true);
    },
    focus: () => {
      editor.commands.focus();
    },
  });
};
