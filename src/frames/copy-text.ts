/**
 * Puts a text on the clipboard, from the click itself. By a selection and the copy command: the clipboard's newer
 * interface is the page's to forbid, since our frame stands in it.
 */
export function copyText(text: string): boolean {
  const before = document.activeElement;
  const field = document.createElement('textarea');
  field.className = 'unseen';
  field.value = text;
  document.body.append(field);
  try {
    field.select();
    return document.execCommand('copy');
  } finally {
    field.remove();
    if (before instanceof HTMLElement) before.focus();
  }
}
