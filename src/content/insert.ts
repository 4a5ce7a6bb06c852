/**
 * Puts ciphertext into the messenger's own editor. Each way is believed only after the box was read back and holds the
 * ciphertext and nothing else (DESIGN rule 4).
 */
import { ask } from './ask';
import { SottoError } from '../protocol/errors';
import { holds, isEmpty } from './box-text';
import { freshMark, putMark } from './page-mark';
import type { InsertMethod } from './site';
import { waitFor } from './wait-for';
import { isTextField, waysIn, type TextField } from './ways-in';

/** Milliseconds an editor has to show what it took; Lexical needs up to 500. */
const READ_BACK = 1500;
/** The same for an editor that let the event pass: it may have taken the text all the same. CKEditor needs 160. */
const LET_PASS = 300;
/** Milliseconds an editor has to be empty after it was emptied. */
const EMPTIED = 300;
/** Milliseconds after which an editor has heard of the focus, or of what is selected in it. */
const LEARN = 20;

/**
 * Empties the box, puts `ciphertext` in and returns once it reads back.
 * @param otherwise ways in, for an editor that is not recognised
 * Throws SottoError `site_refused` when no way works; then the box was emptied again.
 */
export async function insert(
  otherwise: readonly InsertMethod[],
  box: HTMLElement,
  ciphertext: string,
): Promise<void> {
  for (const method of waysIn(box, otherwise)) {
    if (!isEmpty(box)) await clear(box);
    if (!isEmpty(box)) break;
    const taken = await apply(method, box, ciphertext);
    if (await waitFor(() => holds(box, ciphertext), taken ? READ_BACK : LET_PASS)) return;
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
  // Draft.js empties itself for a cut alone, and has to know what is selected.
  for (const method of ['cut', 'clear'] as const) {
    // It may have the focus and not know it: while the box is covered, the guard keeps that from it.
    box.blur();
    box.focus();
    await pause(LEARN);
    selectIn(box);
    await pause(LEARN);
    const taken = await pageSide(method, box, 'x');
    if (await waitFor(() => isEmpty(box), taken ? EMPTIED : EMPTIED / 3)) return;
  }
  document.execCommand('selectAll');
  document.execCommand('delete');
  await waitFor(() => isEmpty(box), EMPTIED);
}

/** Whether the editor took the text, as far as can be told before it reads back. */
async function apply(method: InsertMethod, box: HTMLElement, ciphertext: string): Promise<boolean> {
  if (method === 'value') {
    if (isTextField(box)) setValue(box, ciphertext);
    return true;
  }
  focusInto(box);
  return method === 'command'
    ? document.execCommand('insertText', false, ciphertext)
    : pageSide(method, box, ciphertext);
}

/** By a script in the page's own world. False when the editor let the event pass. */
async function pageSide(
  method: 'beforeinput' | 'paste' | 'cut' | 'clear',
  box: HTMLElement,
  text: string,
): Promise<boolean> {
  const mark = freshMark();
  const life = new AbortController();
  let event: Event | null = null;
  const note = (heard: Event) => {
    if (!heard.isTrusted && heard.composedPath().includes(box)) event = heard;
  };
  const options = { capture: true, signal: life.signal };
  window.addEventListener(method === 'clear' ? 'beforeinput' : method, note, options);
  const release = putMark(box, mark);
  try {
    await ask('page.insert', { mark, text, method });
    return wasTaken(event);
  } finally {
    life.abort();
    release();
  }
}

/** What the page keeps from us may have been taken. */
function wasTaken(event: Event | null): boolean {
  return event === null || event.defaultPrevented;
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
  if (isTextField(box)) box.select();
  else {
    const selection = selectIn(box);
    const [node, offset] = endOf(box);
    selection?.collapse(node, offset);
  }
}

/** Where a person's caret would be: in the last line. Behind it, Zalo hears of nothing that is typed. */
function endOf(box: HTMLElement): readonly [Node, number] {
  const last = box.lastChild;
  if (last instanceof Text) return [last, last.length];
  const isBreak = last instanceof HTMLBRElement;
  if (last instanceof HTMLElement && !isBreak && last.isContentEditable && last.hasChildNodes())
    return endOf(last);
  return [box, box.childNodes.length - (isBreak ? 1 : 0)];
}

/** Selects all that is in the box. */
function selectIn(box: HTMLElement): Selection | null {
  const { ownerDocument } = box;
  const selection = ownerDocument.getSelection();
  selection?.selectAllChildren(box);
  // The browser says so only later, and editors ask only when they are told.
  ownerDocument.dispatchEvent(new Event('selectionchange'));
  return selection;
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
