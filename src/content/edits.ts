/**
 * Follows how the site has old messages of one encrypted chat edited. Their box is covered as the compose box is; if it
 * is the compose box itself, its composer is told. The text is not in the page: the composer gets it from the core.
 */
import { scan } from '../wire/scanner';
import { boxText } from './box-text';
import type { Composer } from './composer';
import { pressButton } from './press';
import type { Editing } from './site';

export type Edits = {
  /** What is being edited in this chat now, if anything. */
  readonly check: (editing: Editing | null) => void;
  /** The composer over a box that is not the compose box. */
  readonly composer: () => Composer | null;
  /** These are put into the box now, by us. */
  readonly sending: (parts: readonly string[]) => void;
  /** Gives the edit up, as the person wished. */
  readonly cancel: () => void;
  readonly remove: () => void;
};

type Edit = {
  readonly editing: Editing;
  /** Null: the compose box's own composer serves. */
  readonly composer: Composer | null;
  /** Undefined before anything was told; null where the box holds no ciphertext. */
  wire: string | null | undefined;
};

/**
 * @param main the composer over the compose box, and that box
 * @param place puts a composer over another box; null when it may not
 */
export function followEdits(
  main: () => { readonly composer: Composer; readonly box: HTMLElement } | null,
  place: (editing: Editing) => Composer | null,
): Edits {
  let edit: Edit | null = null;
  /** Put into the box by us since the edit began, not by the site. */
  const ours = new Set<string>();

  const end = () => {
    if (!edit) return;
    edit.composer?.remove();
    if (!edit.composer) main()?.composer.editOver();
    edit = null;
    ours.clear();
  };
  const begin = (editing: Editing) => {
    const isMain = editing.box === main()?.box;
    const composer = isMain ? null : place(editing);
    if (isMain || composer) edit = { editing, composer, wire: undefined };
  };

  return {
    check: (editing) => {
      const isSame =
        edit?.editing.box === editing?.box && (edit?.composer ? edit.composer.host.isConnected : true);
      if (!isSame) end();
      if (!editing) return;
      if (!edit) begin(editing);
      if (!edit) return;
      const wire = wireIn(editing.box);
      if (wire === edit.wire || (wire !== null && ours.has(wire))) return;
      // An editor that is being filled is empty for a moment, as one that was just sent from is.
      if (wire === null && boxText(editing.box).trim() === '') return;
      edit.wire = wire;
      (edit.composer ?? main()?.composer)?.edit(wire);
    },
    composer: () => edit?.composer ?? null,
    sending: (parts) => {
      if (!edit) return;
      for (const part of parts) for (const { wire } of scan(part)) ours.add(wire);
    },
    cancel: () => {
      if (!edit) return;
      const button = edit.editing.cancelButton();
      if (button) pressButton(button);
      else pressEscape(edit.editing.box);
    },
    remove: end,
  };
}

function wireIn(box: HTMLElement): string | null {
  return scan(boxText(box)).find(({ complete }) => complete)?.wire ?? null;
}

function pressEscape(box: HTMLElement): void {
  const key = { key: 'Escape', code: 'Escape', keyCode: 27, which: 27 };
  for (const type of ['keydown', 'keyup']) {
    box.dispatchEvent(new KeyboardEvent(type, { ...key, bubbles: true, cancelable: true, composed: true }));
  }
}
