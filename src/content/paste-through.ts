/**
 * The one way in which a person may fill the covered box themselves: where the site's editor refused ours, the composer
 * copies the ciphertext, steps aside, and the guard lets a whole ciphertext be pasted and sent, and nothing else.
 */
import { scan } from '../wire/scanner';
import { boxText } from './box-text';
import type { Writing } from './site';

/** Whether this event, aimed at the covered area, may reach the page while ciphertext is pasted by hand. */
export function passesPaste(event: Event, { box, sendButton }: Writing): boolean {
  const path = event.composedPath();
  if (!path.includes(box)) {
    const button = sendButton();
    return button !== null && path.includes(button) && isClick(event) && isCiphertextOnly(boxText(box));
  }
  if (isClick(event) || event.type === 'focus' || event.type === 'focusin') return true;
  if (event instanceof KeyboardEvent) return isPasteKey(event) || mayEdit(event, box);
  if (event instanceof ClipboardEvent) {
    return event.type === 'paste' && isCiphertextOnly(event.clipboardData?.getData('text/plain') ?? '');
  }
  if (!(event instanceof InputEvent) || event.isComposing) return false;
  if (event.inputType.startsWith('delete')) return true;
  const text = event.data ?? event.dataTransfer?.getData('text/plain') ?? '';
  return (event.type === 'input' && text === '') || isCiphertextOnly(text);
}

/** Whether this text is nothing but whole ciphertexts of ours. */
export function isCiphertextOnly(text: string): boolean {
  let end = 0;
  for (const found of scan(text)) {
    if (!found.complete || found.form === 'certificate-armor') return false;
    if (text.slice(end, found.start).trim() !== '') return false;
    end = found.end;
  }
  return end > 0 && text.slice(end).trim() === '';
}

function isClick({ type }: Event): boolean {
  return /^(?:pointer|mouse|touch)|click$/.test(type);
}

function isPasteKey({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
  if (key === 'Control' || key === 'Meta' || key === 'Shift') return true;
  return ((ctrlKey || metaKey) && key.toLowerCase() === 'v') || (shiftKey && key === 'Insert');
}

/** Enter sends what is pasted; what is there already may be taken out again. */
function mayEdit({ key, isComposing }: KeyboardEvent, box: HTMLElement): boolean {
  if (isComposing) return false;
  if (key === 'Backspace' || key === 'Delete') return true;
  return key === 'Enter' && isCiphertextOnly(boxText(box));
}
