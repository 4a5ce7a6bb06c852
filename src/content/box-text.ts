/** What stands in a compose box, for reading back before a send: white space and invisible characters do not count. */

const invisible = /[\s\u00ad\u200b-\u200f\u2060\ufeff]/g;

export function boxText(box: HTMLElement): string {
  return box instanceof HTMLTextAreaElement || box instanceof HTMLInputElement
    ? box.value
    : editableText(box);
}

/** The box's text with everything that editors add for layout taken out. */
export function squeezed(text: string): string {
  return text.replace(invisible, '');
}

/**
 * `textContent` without placeholders that are not the person's: Slate and others draw them inside the box.
 * Line breaks are lost on purpose: callers compare squeezed text.
 */
function editableText(box: HTMLElement): string {
  const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, {
    acceptNode: (node) =>
      node instanceof HTMLElement &&
      (node.contentEditable === 'false' || node.dataset['slatePlaceholder'] === 'true')
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
  });
  let text = '';
  while (walker.nextNode()) {
    if (walker.currentNode instanceof Text) text += walker.currentNode.data;
  }
  return text;
}
