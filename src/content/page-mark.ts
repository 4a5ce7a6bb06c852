/** Marks an element for one call, so that a script in the page's own world finds this one and no other. */
import { INSERT_MARK } from '../protocol/shapes';

export function freshMark(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}

/** Marks it until the returned function is called. */
export function putMark(element: HTMLElement, mark: string): () => void {
  const put = () => {
    if (!element.hasAttribute(INSERT_MARK)) element.setAttribute(INSERT_MARK, mark);
  };
  // CKEditor takes attributes away that it does not know, when it learns that it has the focus. What somebody else put
  // there stays: two that each insist on their own would go on for ever, and the page with them stand still.
  const observer = new MutationObserver(put);
  element.setAttribute(INSERT_MARK, mark);
  observer.observe(element, { attributeFilter: [INSERT_MARK] });
  return () => {
    observer.disconnect();
    element.removeAttribute(INSERT_MARK);
  };
}
