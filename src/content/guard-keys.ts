/** What a key or a paste means to the guard. */

/** Keys that type nothing: the person leaves, or uses the browser's own shortcuts. */
export function typesNothing(event: KeyboardEvent): boolean {
  if (event.key === 'Tab' || event.key === 'Escape' || /^F\d+$/.test(event.key)) return true;
  return (event.ctrlKey || event.metaKey) && !['v', 'V', 'Enter', 'Insert'].includes(event.key);
}

/** A printable key, or a paste, that no field of the page is waiting for. */
export function isStray(event: Event): boolean {
  const [target] = event.composedPath();
  if (target instanceof HTMLElement && takesText(target)) return false;
  if (event instanceof ClipboardEvent) return event.type === 'paste';
  if (!(event instanceof KeyboardEvent) || event.ctrlKey || event.metaKey || event.altKey) return false;
  // Names of keys that type nothing are words; a character is at most one surrogate pair.
  return event.key.length <= 2 && event.key !== ' ' && !/^F\d$/.test(event.key);
}

export function takesText(element: HTMLElement): boolean {
  return (
    element.isContentEditable ||
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLInputElement ||
    element instanceof HTMLSelectElement ||
    element instanceof HTMLIFrameElement
  );
}
