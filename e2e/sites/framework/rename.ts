/** A site after a redesign: an element that was found by its names has others. */

/** What an element does, and what its place is, stays. */
const kept = new Set(['style', 'contenteditable', 'type', 'rows', 'hidden', 'data-scroller', 'tabindex']);

/** Takes the names from an element and from all around it that do not hold `other` as well. */
export function rename(element: HTMLElement, other: HTMLElement): void {
  for (let at: Node | null = element; at && !holds(at, other); at = parentOf(at)) {
    if (!(at instanceof Element)) continue;
    for (const name of at.getAttributeNames()) if (!kept.has(name)) at.removeAttribute(name);
  }
}

const parentOf = (node: Node): Node | null => (node instanceof ShadowRoot ? node.host : node.parentNode);

function holds(node: Node, inner: Node): boolean {
  for (let at: Node | null = inner; at; at = parentOf(at)) if (at === node) return true;
  return false;
}
