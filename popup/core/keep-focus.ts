/**
 * Gives the focus to the view when the control that had it is gone, so that the keyboard goes on from where it was
 * and not from the top of the page. Waits for the frame in which the control goes.
 */
export function keepFocus(): void {
  requestAnimationFrame(() => {
    if (document.activeElement !== null && document.activeElement !== document.body) return;
    document.querySelector<HTMLElement>('#panel')?.focus();
  });
}
