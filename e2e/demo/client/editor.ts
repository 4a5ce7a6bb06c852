/** The compose box: Lexical as the big messengers use it, plain text with undo. Enter sends, Shift+Enter breaks the line. */
import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerPlainText } from '@lexical/plain-text';
import {
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  COMMAND_PRIORITY_HIGH,
  createEditor,
  KEY_ENTER_COMMAND,
  type LexicalEditor,
} from 'lexical';
import type { Flags } from '../protocol';

export interface Box {
  readonly element: HTMLElement;
  text(): string;
  set(text: string): void;
  focus(): void;
  obey(flags: Flags): void;
}

/** Makes the box in `element`; `changed` hears every change of the text, `submitted` the Enter key. */
export function makeBox(element: HTMLElement, changed: (text: string) => void, submitted: () => void): Box {
  const editor: LexicalEditor = createEditor({
    namespace: 'parley',
    onError: (error) => {
      throw error;
    },
  });
  let mode: Flags['editor'] = 'works';
  element.addEventListener('beforeinput', refuse, true);
  element.addEventListener('paste', refuse, true);
  function refuse(event: Event): void {
    if (mode !== 'refuses' || event.isTrusted) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  editor.setRootElement(element);
  registerPlainText(editor);
  registerHistory(editor, createEmptyHistoryState(), 300);
  editor.registerCommand(
    KEY_ENTER_COMMAND,
    (event) => {
      if (event === null || event.shiftKey || event.isComposing) return false;
      event.preventDefault();
      submitted();
      return true;
    },
    COMMAND_PRIORITY_HIGH,
  );

  const text = () => editor.getEditorState().read(() => $getRoot().getTextContent());
  const set = (wanted: string) => {
    editor.update(() => {
      const paragraph = $createParagraphNode();
      $getRoot().clear().append(paragraph);
      if (wanted !== '') paragraph.append($createTextNode(wanted));
      paragraph.selectEnd();
    });
  };
  editor.registerTextContentListener((now) => {
    if (mode === 'mangles' && now !== now.toUpperCase()) set(now.toUpperCase());
    element.classList.toggle('empty', now === '');
    changed(now);
  });
  element.classList.add('empty');
  return {
    element,
    text,
    set,
    focus: () => editor.focus(),
    obey: (flags) => {
      mode = flags.editor;
    },
  };
}
