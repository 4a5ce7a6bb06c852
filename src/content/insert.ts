/**
 * Puts ciphertext into the messenger's own editor. Each way is believed only after the box was read back and holds the
 * ciphertext and nothing else (DESIGN rule 4).
 */
import { ask } from './ask';
import { SottoError } from '../protocol/errors';
import { INSERT_MARK } from '../protocol/shapes';
import { boxText, squeezed } from './box-text';
import type { InsertMethod, Site } from './site';
import { waitFor } from './wait-for';

/** Milliseconds an editor has to show what it was given; Lexical needs up to 500. */
const READ_BACK = 1500;

/** Whether the box holds exactly this ciphertext. */
export function holds(box: HTMLElement, ciphertext: string): boolean {
  return squeezed(boxText(box)) === squeezed(ciphertext);
}

export function isEmpty(box: HTMLElement): boolean {
  return squeezed(boxText(box)) === '';
}

/**
 * Empties the box, puts `ciphertext` in and returns once it reads back.
 * Throws SottoError `site_refused` when no way works; then the box was emptied again.
 */
export async function insert(site: Site, box: HTMLElement, ciphertext: string): Promise<void> {
  for (const method of methodsFor(site, box)) {
    if (!isEmpty(box)) await clear(box);
    if (!isEmpty(box)) break;
    await apply(method, box, ciphertext);
    if (await waitFor(() => holds(box, ciphertext), READ_BACK)) return;
  }
  await clear(box);
  throw new SottoError('site_refused');
}

/** Takes what is left in the box out again; gives up quietly, since only ciphertext or the person's old text is there. */
export async function clear(box: HTMLElement): Promise<void> {
  if (isTextField(box)) {
    setValue(box, '');
    return;
  }
  await pageSide('clear', box, 'x');
  if (await waitFor(() => isEmpty(box), 300)) return;
  focusInto(box);
  document.execCommand('selectAll');
  document.execCommand('delete');
  await waitFor(() => isEmpty(box), 300);
}

function methodsFor(site: Site, box: HTMLElement): readonly InsertMethod[] {
  return isTextField(box) ? ['value'] : site.insert.filter((method) => method !== 'value');
}

async function apply(method: InsertMethod, box: HTMLElement, ciphertext: string): Promise<void> {
  switch (method) {
    case 'value':
      if (isTextField(box)) setValue(box, ciphertext);
      return;
    case 'command':
      focusInto(box);
      document.execCommand('insertText', false, ciphertext);
      return;
    case 'beforeinput':
    case 'paste':
      focusInto(box);
      await pageSide(method, box, ciphertext);
      return;
  }
}

/** Marks the box for one call, so that the script in the page's world finds this element and no other. */
async function pageSide(
  method: 'beforeinput' | 'paste' | 'clear',
  box: HTMLElement,
  text: string,
): Promise<void> {
  const mark = [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  box.setAttribute(INSERT_MARK, mark);
  try {
    await ask('page.insert', { mark, text, method });
  } finally {
    box.removeAttribute(INSERT_MARK);
  }
}

type TextField = HTMLTextAreaElement | HTMLInputElement;

function isTextField(box: HTMLElement): box is TextField {
  return box instanceof HTMLTextAreaElement || box instanceof HTMLInputElement;
}

/** In the isolated world `value` is the native setter, so React's own tracker sees a change (MESSENGERS 3.1). */
function setValue(box: TextField, text: string): void {
  box.value = text;
  box.dispatchEvent(
    new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertReplacementText' }),
  );
  box.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Focus with the caret at the end: editors insert at their own selection. */
function focusInto(box: HTMLElement): void {
  box.focus();
  const selection = box.ownerDocument.getSelection();
  if (!selection) return;
  selection.selectAllChildren(box);
  selection.collapseToEnd();
}
