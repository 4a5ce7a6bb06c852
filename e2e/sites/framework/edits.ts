/** How an old message is edited on a test page: in a box of its own, or in the compose box. */
import type { Editor, EditorRules } from '../editors/editor';
import { mountEditor } from '../editors/mount-editor';
import { rewritten } from './mangle';
import { openDialog } from './lay-out';
import type { EditPlace, Message, RowParts, SitePage } from './site-page';

export type Edits = {
  readonly start: (parts: RowParts, message: Message) => Promise<void>;
  /** Saves what is being edited in the compose box; false when nothing is. */
  readonly saveFromBox: () => boolean;
};

export function createEdits(options: {
  readonly page: SitePage;
  readonly place: EditPlace;
  readonly compose: Editor;
  readonly rules: EditorRules;
  readonly save: (id: string, text: string) => void;
}): Edits {
  const { page, place, compose, rules } = options;
  const save = (id: string, box: Editor) => options.save(id, rewritten(box.model(), page.mangle.rewrite));

  if (place.at !== 'compose-box') {
    return {
      start: async (parts, { id, text }) => {
        const { element, place: parent, box: attributes, save: button, cancel } = place.open();
        const close = () => {
          if (place.at === 'row') element.replaceWith(parts.text);
          else element.remove();
        };
        const keep = () => {
          save(id, box);
          close();
        };
        if (place.at === 'row') parts.text.replaceWith(element);
        else openDialog(element);
        const box: Editor = await mountEditor(page.editor, parent, {
          attributes,
          placeholder: '',
          rules,
          onSend: keep,
          onChange: () => undefined,
        });
        box.element.dataset['editBox'] = '';
        box.setText(text);
        button?.addEventListener('click', keep);
        cancel?.addEventListener('click', close);
        onEscape(element, close);
      },
      saveFromBox: () => false,
    };
  }

  let edited: string | null = null;
  const end = () => {
    if (edited === null) return;
    edited = null;
    delete compose.element.dataset['editBox'];
    place.show(false);
    compose.clear();
  };
  place.cancel?.addEventListener('click', end);
  onEscape(compose.element, end);
  return {
    start: (_, { id, text }) => {
      edited = id;
      compose.element.dataset['editBox'] = '';
      place.show(true);
      compose.setText(text);
      return Promise.resolve();
    },
    saveFromBox: () => {
      if (edited === null) return false;
      save(edited, compose);
      end();
      return true;
    },
  };
}

function onEscape(element: HTMLElement, act: () => void): void {
  element.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') act();
  });
}
