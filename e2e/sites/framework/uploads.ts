/** How sites take and give files, beyond an input that stands in the page and a plain link. */
import { input, link } from './dom';
import type { Message, RowParts } from './site-page';

/** An input that stands nowhere: whoever presses `control` is asked for a file by it. */
export function askedBy(control: HTMLElement): HTMLInputElement {
  const file = input('[type="file"]');
  control.addEventListener('click', () => file.click());
  return file;
}

/** Files that are pasted where one writes are taken as if they had been chosen. */
export function takePasted(place: HTMLElement, file: HTMLInputElement): void {
  const onPaste = (event: ClipboardEvent) => {
    const files = event.clipboardData?.files;
    if (files === undefined || files.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    file.files = files;
    file.dispatchEvent(new Event('change'));
  };
  place.addEventListener('paste', onPaste, true);
}

/** A file that is loaded once `control` is pressed, and saved by a link that stands nowhere. */
export function savedBy(
  control: HTMLElement,
  element: HTMLElement,
  name: HTMLElement,
): NonNullable<RowParts['attachment']> {
  const at = link('');
  const save = async () => {
    const blob = await (await fetch(at.href)).blob();
    const made = link('');
    made.download = name.textContent;
    made.href = URL.createObjectURL(blob);
    made.click();
    URL.revokeObjectURL(made.href);
  };
  control.addEventListener('click', () => void save());
  return { element, link: at, name };
}

/** The file's address, with what the site's own contain behind it: that is how its links are known. */
export const addressOf = (file: Message['file'], path: string): string => `${file?.url ?? ''}#${path}`;
