/**
 * Runs in the page's own world, where its editors listen: given ciphertext alone, and believed in nothing. The
 * function is sent there as its source text, so it uses nothing from outside itself.
 */

/**
 * @param attribute @param mark the attribute and value that the content script put on the editor element
 * @param method `cut` and `clear` take out what is selected; the others put `text` in at the caret
 */
export function insertInMainWorld(
  attribute: string,
  mark: string,
  method: 'beforeinput' | 'paste' | 'cut' | 'clear',
  text: string,
): void {
  const find = (root: Document | ShadowRoot): HTMLElement | null => {
    const marked = root.querySelector<HTMLElement>(`[${attribute}="${mark}"]`);
    if (marked) return marked;
    for (const element of root.querySelectorAll('*')) {
      const inside = element.shadowRoot ? find(element.shadowRoot) : null;
      if (inside) return inside;
    }
    return null;
  };
  const editor = find(document);
  if (!editor) return;

  const transfer = new DataTransfer();
  transfer.setData('text/plain', text);
  // Firefox leaves the event's own transfer empty or null, whatever the constructor was given.
  const carry = (event: Event, property: 'dataTransfer' | 'clipboardData') => {
    const own = (event as unknown as Record<typeof property, DataTransfer | null | undefined>)[property];
    if (own?.getData('text/plain') === text) return;
    own?.setData('text/plain', text);
    if (own?.getData('text/plain') !== text) Object.defineProperty(event, property, { value: transfer });
  };
  const options = { bubbles: true, cancelable: true, composed: true };
  editor.focus();
  if (method === 'paste' || method === 'cut') {
    const event = new ClipboardEvent(method, { ...options, clipboardData: transfer });
    carry(event, 'clipboardData');
    editor.dispatchEvent(event);
    return;
  }
  if (method === 'beforeinput') {
    const init = { ...options, inputType: 'insertReplacementText', dataTransfer: transfer };
    const event = new InputEvent('beforeinput', init);
    carry(event, 'dataTransfer');
    editor.dispatchEvent(event);
    return;
  }
  const event = new InputEvent('beforeinput', { ...options, inputType: 'deleteContentBackward' });
  // An editor that keeps its own state cancels this and empties itself; for any other the browser does it.
  if (editor.dispatchEvent(event)) document.execCommand('delete');
}
