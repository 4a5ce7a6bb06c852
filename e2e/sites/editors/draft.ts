/** Draft.js in React, as TikTok uses it. */
import './draft-global';
import { ContentState, Editor, EditorState } from 'draft-js';
import { createElement, createRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { adoptStyle, meaningOf, setAttributes, type Mount } from './editor';

export const mount: Mount = (parent, { attributes, placeholder, rules, onSend, onChange }) => {
  adoptStyle(
    parent,
    `.DraftEditor-root { position: relative }
     .public-DraftEditorPlaceholder-root { position: absolute; opacity: 0.5; pointer-events: none }
     .public-DraftEditor-content { white-space: pre-wrap; overflow-wrap: anywhere; outline: none; min-height: 1.2em }`,
  );
  let state = EditorState.createEmpty();
  let show: (next: EditorState) => void = () => undefined;
  const ref = createRef<Editor>();
  const model = () => state.getCurrentContent().getPlainText('\n');
  const change = (next: EditorState) => {
    const before = model();
    state = next;
    show(next);
    if (model() !== before) onChange(model());
  };
  const setText = (text: string) => {
    const content = ContentState.createFromText(text, '\n');
    change(EditorState.moveFocusToEnd(EditorState.push(state, content, 'insert-characters')));
  };
  const Box = () => {
    const [shown, setShown] = useState(state);
    show = setShown;
    return createElement(Editor, {
      ref,
      editorState: shown,
      onChange: change,
      placeholder,
      stripPastedStyles: true,
      handleReturn: (event) => {
        const meaning = meaningOf(event.nativeEvent, rules);
        // A new block, not a soft line feed: in Firefox it reads one too many of these back from the DOM.
        if (meaning === 'break') return 'not-handled';
        if (meaning === 'send') onSend(model());
        return 'handled';
      },
    });
  };
  return new Promise((mounted) => {
    const look = () => {
      const element = parent.querySelector<HTMLElement>('.public-DraftEditor-content');
      if (!element) {
        requestAnimationFrame(look);
        return;
      }
      setAttributes(element, attributes);
      mounted({ element, model, setText, clear: () => setText(''), focus: () => ref.current?.focus() });
    };
    createRoot(parent).render(createElement(Box));
    look();
  });
};
