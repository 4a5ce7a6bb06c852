/** What stands in a compose box, for reading back before a send: white space and invisible characters do not count. */

const invisible = /[\s\u00ad\u200b-\u200f\u2060\ufeff]/g;

export function boxText(box: HTMLElement): string {
  return box instanceof HTMLTextAreaElement || box instanceof HTMLInputElement
    ? box.value
    : editableText(box);
}

/** Whether the box holds exactly this ciphertext. */
export function holds(box: HTMLElement, ciphertext: string): boolean {
  return squeezed(boxText(box)) === squeezed(ciphertext);
}

export function isEmpty(box: HTMLElement): boolean {
  return squeezed(boxText(box)) === '';
}

/** The box's text with everything that editors add for layout taken out. */
export function squeezed(text: string): string {
  return text.replace(invisible, '');
}

/** The box's text as the person sees it, a line feed between lines. */
export function linesOf(box: HTMLElement): string {
  if (box instanceof HTMLTextAreaElement || box instanceof HTMLInputElement) return box.value;
  let lines = '';
  const read = (node: Node) => {
    if (node instanceof Text) lines += node.data.replaceAll(/[\u200b\u2060\ufeff]/g, '');
    else if (node instanceof HTMLBRElement) lines += '\n';
    else if (node instanceof HTMLElement && !isForeign(node)) {
      if (lines !== '' && !lines.endsWith('\n') && blocks.test(node.tagName)) lines += '\n';
      for (const child of node.childNodes) read(child);
    }
  };
  for (const child of box.childNodes) read(child);
  return lines.trimEnd();
}

const blocks = /^(?:P|DIV|LI|PRE|BLOCKQUOTE|H\d)$/;

/** What is not the person's: Slate and others draw their placeholder inside the box. */
function isForeign(node: HTMLElement): boolean {
  return node.contentEditable === 'false' || node.dataset['slatePlaceholder'] === 'true';
}

/** `textContent` without what is not the person's. Line breaks are lost on purpose: callers compare squeezed text. */
function editableText(box: HTMLElement): string {
  const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, {
    acceptNode: (node) =>
      node instanceof HTMLElement && isForeign(node) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  });
  let text = '';
  while (walker.nextNode()) {
    if (walker.currentNode instanceof Text) text += walker.currentNode.data;
  }
  return text;
}
