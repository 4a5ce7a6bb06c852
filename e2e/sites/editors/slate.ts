/** Slate in React, as Discord uses it. */
import { createElement, useEffect, useMemo, useRef, type KeyboardEvent } from 'react';
import { createRoot } from 'react-dom/client';
import { createEditor, Editor, Node, Transforms, type Descendant } from 'slate';
import { withHistory } from 'slate-history';
import { Editable, ReactEditor, Slate, withReact } from 'slate-react';
import { meaningOf, setAttributes, type Mount } from './editor';

const linesOf = (text: string): Descendant[] =>
  text.split('\n').map((line) => ({ type: 'line', children: [{ text: line }] }));

export const mount: Mount = (parent, { attributes, placeholder, rules, onSend, onChange }) => {
  const editor = withHistory(withReact(createEditor()));
  const model = () => editor.children.map((line) => Node.string(line)).join('\n');
  const setText = (text: string) => {
    Editor.withoutNormalizing(editor, () => {
      Transforms.deselect(editor);
      while (editor.children.length > 0) Transforms.removeNodes(editor, { at: [0] });
      Transforms.insertNodes(editor, linesOf(text), { at: [0] });
    });
    Transforms.select(editor, Editor.end(editor, []));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const meaning = meaningOf(event.nativeEvent, rules);
    if (event.key !== 'Enter') return;
    event.preventDefault();
    if (meaning === 'send') onSend(model());
    else if (meaning === 'break') editor.insertBreak();
  };
  const Box = ({ onMounted }: { readonly onMounted: (element: HTMLElement) => void }) => {
    const first = useMemo(() => linesOf(''), []);
    const ref = useRef<HTMLDivElement>(null);
    // Before its effects have run, Slate hears nothing of what is changed in it.
    useEffect(() => {
      if (ref.current) onMounted(ref.current);
    }, []);
    const editable = createElement(Editable, { placeholder, onKeyDown, ref });
    return createElement(Slate, {
      editor,
      initialValue: first,
      onValueChange: () => onChange(model()),
      children: editable,
    });
  };
  return new Promise((mounted) => {
    const onMounted = (element: HTMLElement) => {
      setAttributes(element, attributes);
      mounted({
        element,
        model,
        setText,
        clear: () => setText(''),
        focus: () => ReactEditor.focus(editor),
      });
    };
    createRoot(parent).render(createElement(Box, { onMounted }));
  });
};
