/** The element that scrolls a message, and the room it gives. */

/** The nearest ancestor that scrolls up and down; the document's own where there is none. */
export function scrollerOf(element: Element): HTMLElement {
  for (let at = element.parentElement; at; at = at.parentElement) {
    if (at === document.body || at === document.documentElement) break;
    const { overflowY } = getComputedStyle(at);
    if (overflowY === 'auto' || overflowY === 'scroll' || overflowY === 'overlay') return at;
  }
  return document.body;
}

export function isAtBottom(scroller: HTMLElement): boolean {
  const at = scroller === document.body ? (document.scrollingElement ?? scroller) : scroller;
  return at.scrollTop > 0 && at.scrollHeight - at.scrollTop - at.clientHeight < 8;
}

export function toBottom(scroller: HTMLElement): void {
  const at = scroller === document.body ? (document.scrollingElement ?? scroller) : scroller;
  at.scrollTop = at.scrollHeight;
}
