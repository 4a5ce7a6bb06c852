/** The draft between this frame and the core: kept there, and away from this frame while Sotto is locked. */
import { createDraftSaver } from './draft';

/**
 * @param text what stands in the composer
 * @param underEdit the draft that an edit stands in for; null: none does
 * @param save as in draft.ts
 */
export function createKeptText(
  text: () => string,
  underEdit: () => string | null,
  setText: (text: string) => void,
  save: (text: string) => Promise<unknown>,
) {
  let isLoaded = false;
  /** What was typed last before the lock and could not be handed to the core any more. */
  let unsaved: string | null = null;
  const now = () => unsaved ?? underEdit() ?? text();
  const saver = createDraftSaver(now, save);
  return {
    changed: saver.changed,
    flush: saver.flush,
    forget: saver.forget,
    isLoaded: () => isLoaded,
    /** While locked no text is to be read from this frame. What the core has not taken yet is the one copy there is. */
    putAway: () => {
      if (saver.isSaved()) isLoaded = false;
      else unsaved = now();
    },
    /** @param kept the draft as the core has it */
    takeBack: (kept: string) => {
      if (unsaved !== null) setText(unsaved);
      else if (!isLoaded && text() === '') setText(kept);
      unsaved = null;
      isLoaded = true;
      saver.flush();
    },
    /** The core cannot empty its draft now; it is emptied once unlocked. */
    emptyLater: () => {
      unsaved = '';
      saver.changed();
    },
  };
}
