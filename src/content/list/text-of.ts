/** The text of a message element as a person would copy it: line breaks of `<br>` and blocks included, for armor. */

const blocks = new Set(['DIV', 'P', 'LI', 'PRE', 'BLOCKQUOTE', 'UL', 'OL', 'SECTION', 'ARTICLE']);

/** `textContent`, and a newline where a `<br>` stands or a block begins. */
export function textOf(element: Element): string {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  let text = '';
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node instanceof Text) text += node.data;
    else if (node.nodeName === 'BR' || blocks.has(node.nodeName)) text += '\n';
  }
  return text;
}
