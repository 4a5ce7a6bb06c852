/** An old message that the site has edited: its text stands in the composer meanwhile, and the draft waits. */
import type { ask as askCore } from '../ask';
import { toFailure, type Failure } from '../failure';
import type { EditState } from './status';

type Edit = {
  /** Null: what is edited there was not encrypted. */
  readonly wire: string | null;
  /** Whether its text is here. */
  readonly open: boolean;
  /** The draft that it stands in for. */
  readonly kept: string;
};

export function createEdit({
  ask,
  text,
  setText,
  isLocked,
  onOpen,
  onFailure,
}: {
  readonly ask: typeof askCore;
  readonly text: () => string;
  readonly setText: (text: string) => void;
  readonly isLocked: () => boolean;
  readonly onOpen: () => void;
  readonly onFailure: (failure: Failure) => void;
}) {
  let edit: Edit | null = null;

  /** Asks the core for the text of the message that is edited. */
  const open = async () => {
    const mine = edit;
    if (!mine || mine.open || mine.wire === null || isLocked()) return;
    try {
      const reply = await ask('composer.edit', { wire: mine.wire });
      if (edit !== mine) return;
      edit = { ...mine, open: true };
      setText(reply.text);
      onOpen();
    } catch (thrown) {
      if (edit === mine) onFailure(toFailure(thrown));
    }
  };

  return {
    current: (): Edit | null => edit,
    open,
    begin: (wire: string | null) => {
      edit = { wire, open: false, kept: edit?.kept ?? text() };
      setText('');
      void open();
    },
    /** While locked neither text is to be read from this frame. */
    putAway: () => {
      if (edit) edit = { ...edit, open: false, kept: '' };
    },
    /** Puts the draft back. False if nothing was edited. */
    end: (): boolean => {
      if (!edit) return false;
      const { kept } = edit;
      edit = null;
      setText(kept);
      return true;
    },
    state: (): EditState => {
      if (!edit) return 'none';
      return edit.wire === null ? 'foreign' : 'own';
    },
  };
}
