/** Presses a messenger's own controls. Some sites listen for the pointer, some for the mouse, some for the click. */

export function pressButton(button: Element): void {
  const options = { bubbles: true, cancelable: true, composed: true, button: 0 };
  button.dispatchEvent(
    new PointerEvent('pointerdown', { ...options, pointerType: 'mouse', isPrimary: true }),
  );
  button.dispatchEvent(new MouseEvent('mousedown', options));
  button.dispatchEvent(new PointerEvent('pointerup', { ...options, pointerType: 'mouse', isPrimary: true }));
  button.dispatchEvent(new MouseEvent('mouseup', options));
  // A drawing in place of a button, as on TikTok, has no click of its own.
  if (button instanceof HTMLElement) button.click();
  else button.dispatchEvent(new MouseEvent('click', options));
}

/** Enter, or Enter with the key that shortcuts have: Ctrl, on a Mac Command. */
export type EnterKey = 'plain' | 'control';

export function pressEnter(box: HTMLElement, key: EnterKey = 'plain'): void {
  const isMac = navigator.platform.startsWith('Mac');
  const options = {
    key: 'Enter',
    code: 'Enter',
    keyCode: 13,
    which: 13,
    ctrlKey: key === 'control' && !isMac,
    metaKey: key === 'control' && isMac,
    bubbles: true,
    cancelable: true,
    composed: true,
  };
  box.dispatchEvent(new KeyboardEvent('keydown', options));
  box.dispatchEvent(new KeyboardEvent('keypress', options));
  box.dispatchEvent(new KeyboardEvent('keyup', options));
}
