/** How a test page takes files: chosen or dropped, sent at once or after a word. */
import { openDialog } from './lay-out';
import type { FileParts } from './site-page';

export type Files = {
  /** Sends the files that wait in the compose area. */
  readonly sendWaiting: () => void;
};

/** @param place where one writes, which files may be dropped on */
export function takeFiles(
  { input, drops, waits }: FileParts,
  place: HTMLElement,
  send: (file: File) => void,
): Files {
  let waiting: { readonly file: File; readonly card: HTMLElement }[] = [];

  function take(file: File): void {
    if (waits === null) send(file);
    else if (waits.at === 'compose-area') {
      const card = waits.card(file.name);
      waits.place.append(card);
      waiting.push({ file, card });
    } else {
      const { element, confirm } = waits.open(file.name);
      confirm.addEventListener('click', () => {
        element.remove();
        send(file);
      });
      openDialog(element);
    }
  }

  input?.addEventListener('change', () => {
    for (const file of input.files ?? []) take(file);
    input.value = '';
  });
  // Before the editor, which would make text of it.
  const onDrop = (event: DragEvent) => {
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    for (const file of files) take(file);
  };
  if (drops) place.addEventListener('drop', onDrop, true);

  return {
    sendWaiting: () => {
      for (const { file, card } of waiting) {
        card.remove();
        send(file);
      }
      waiting = [];
    },
  };
}
