/** Keeps what was typed in the core's memory, so that it outlives this frame. */

/** As `plaintext` in src/protocol/shapes.ts, in UTF-16 units. */
export const longestText = 200_000;
/** From here on the composer counts. */
export const longText = 180_000;

export type DraftSaver = {
  /** The text changed: save soon. */
  readonly changed: () => void;
  /** Save now if there is something unsaved: the frame may be about to go. */
  readonly flush: () => void;
  /** Whether the core has all of it. */
  readonly isSaved: () => boolean;
  /** Nothing is left to save: the message was sent. */
  readonly forget: () => void;
};

/**
 * @param delay milliseconds without typing after which the text is saved
 * @param save may fail (the core is being restarted): the text counts as unsaved then
 */
export function createDraftSaver(
  read: () => string,
  save: (text: string) => Promise<unknown>,
  delay = 300,
): DraftSaver {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let unsaved = false;
  let saving = 0;
  const flush = () => {
    clearTimeout(timer);
    if (!unsaved) return;
    unsaved = false;
    saving += 1;
    save(read())
      .catch(() => {
        unsaved = true;
      })
      .finally(() => {
        saving -= 1;
      });
  };
  return {
    changed: () => {
      unsaved = true;
      clearTimeout(timer);
      timer = setTimeout(flush, delay);
    },
    flush,
    isSaved: () => !unsaved && saving === 0,
    forget: () => {
      clearTimeout(timer);
      unsaved = false;
    },
  };
}
