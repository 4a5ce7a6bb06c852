/**
 * Encrypted files on their way to and from the page's own world: an input of ours for files, which stands in the page for
 * as long, holds the same files in both worlds.
 */
import { ask } from '../ask';
import { freshMark, putMark } from '../page-mark';
import { pressButton } from '../press';
import { waitFor } from '../wait-for';

/** Pastes the file into the box as the page would hear of it, or drops it there. */
export async function giveFile(way: 'paste' | 'drop', box: HTMLElement, file: File): Promise<void> {
  const mark = freshMark();
  const input = placeInput(mark);
  input.files = withFile(file).files;
  const release = putMark(box, mark);
  try {
    await ask('page.file', { mark, way });
  } finally {
    release();
    input.remove();
  }
}

/**
 * Presses what makes the page ask for a file, one after another, and has this one chosen. False if it never asked.
 * @param patience milliseconds for each
 */
export async function chooseFile(
  menu: readonly (() => HTMLElement | null)[],
  file: File,
  patience: number,
): Promise<boolean> {
  const mark = freshMark();
  const input = placeInput(mark);
  input.files = withFile(file).files;
  let chosen = false;
  input.addEventListener('change', () => {
    chosen = true;
  });
  try {
    await ask('page.file', { mark, way: 'choose' });
    for (const step of menu) {
      const control = await waitFor(step, patience);
      if (!control) return false;
      pressButton(control);
    }
    return (await waitFor(() => chosen, patience)) === true;
  } finally {
    input.remove();
  }
}

/**
 * What the page would have the browser save once it was pressed; null if nothing came of it.
 * @param patience milliseconds
 */
export async function catchFile(press: () => void, patience: number): Promise<File | null> {
  const mark = freshMark();
  const input = placeInput(mark);
  try {
    const caught = new Promise<File | null>((resolve) => {
      input.addEventListener('change', () => resolve(input.files?.[0] ?? null));
      input.addEventListener('cancel', () => resolve(null));
      setTimeout(() => resolve(null), patience);
    });
    await ask('page.file', { mark, way: 'save' });
    press();
    return await caught;
  } finally {
    input.remove();
  }
}

export function withFile(file: File): DataTransfer {
  const transfer = new DataTransfer();
  transfer.items.add(file);
  return transfer;
}

function placeInput(mark: string): HTMLInputElement {
  const input = document.createElement('input');
  input.type = 'file';
  input.hidden = true;
  putMark(input, mark);
  document.documentElement.append(input);
  return input;
}
