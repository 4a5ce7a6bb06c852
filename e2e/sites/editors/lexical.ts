/** Lexical, as WhatsApp, Facebook, Instagram and MAX use it: plain text with undo. */
import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerPlainText } from '@lexical/plain-text';
import {
  $createLineBreakNode,
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  COMMAND_PRIORITY_HIGH,
  createEditor,
  KEY_ENTER_COMMAND,
} from 'lexical';
import { meaningOf, setAttributes, type Mount } from './editor';

export const mount: Mount = (parent, { attributes, placeholder, rules, onSend, onChange }) => {
  const element = document.createElement('div');
  element.contentEditable = 'true';
  element.setAttribute('data-lexical-editor', 'true');
  element.setAttribute('aria-placeholder', placeholder);
  setAttributes(element, attributes);
  // Lexical's own React component draws it beside the box, over it.
  const label = document.createElement('div');
  label.textContent = placeholder;
  label.setAttribute('aria-hidden', 'true');
  label.style.cssText = 'position: absolute; pointer-events: none; opacity: 0.5';
  parent.append(label, element);

  const editor = createEditor({
    namespace: 'messenger',
    onError: (error) => {
      throw error;
    },
  });
  editor.setRootElement(element);
  registerPlainText(editor);
  registerHistory(editor, createEmptyHistoryState(), 300);

  const model = () => editor.getEditorState().read(() => $getRoot().getTextContent());
  const setText = (text: string) => {
    editor.update(
      () => {
        const paragraph = $createParagraphNode();
        for (const [index, line] of text.split('\n').entries()) {
          if (index > 0) paragraph.append($createLineBreakNode());
          if (line !== '') paragraph.append($createTextNode(line));
        }
        $getRoot().clear().append(paragraph);
        paragraph.selectEnd();
      },
      { discrete: true },
    );
  };
  editor.registerCommand(
    KEY_ENTER_COMMAND,
    (event) => {
      const meaning = event ? meaningOf(event, rules) : null;
      if (event === null || meaning === 'break') return false;
      event.preventDefault();
      if (meaning === 'send') onSend(model());
      return true;
    },
    COMMAND_PRIORITY_HIGH,
  );
  editor.registerTextContentListener((text) => {
    label.hidden = text !== '';
    onChange(text);
  });
  return Promise.resolve({ element, model, setText, clear: () => setText(''), focus: () => editor.focus() });
};
