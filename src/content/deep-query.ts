/** Finds elements by selector lists, also in open shadow roots: ` >> ` goes into the root of what stands left of it. */
import { isVisible } from './site';

export type QueryRoot = Document | ShadowRoot | Element;

/** Every element that the selector names under `root`, in document order for each step. */
export function queryAll(selector: string, root: QueryRoot = document): HTMLElement[] {
  const [first, ...inner] = selector.split(' >> ');
  let found = elementsIn(root, first ?? '');
  for (const step of inner) {
    found = found.flatMap(({ shadowRoot }) => (shadowRoot ? elementsIn(shadowRoot, step) : []));
  }
  return found;
}

/** The first element that matches the earliest selector that matches anything; seen or not. */
export function queryFirst(selectors: readonly string[], root: QueryRoot = document): HTMLElement | null {
  for (const selector of selectors) {
    const [found] = queryAll(selector, root);
    if (found) return found;
  }
  return null;
}

/** The same among elements that can be seen. */
export function queryVisible(selectors: readonly string[], root: QueryRoot = document): HTMLElement | null {
  for (const selector of selectors) {
    const found = queryAll(selector, root).find(isVisible);
    if (found) return found;
  }
  return null;
}

/** The nearest ancestor that matches one of the selectors, out through shadow roots too; the element itself counts. */
export function closestOf(element: Element, selectors: readonly string[]): HTMLElement | null {
  const steps = selectors.map(lastStep);
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const here = at;
    if (here instanceof HTMLElement && steps.some((step) => here.matches(step))) return here;
  }
  return null;
}

/** What the element itself must match, wherever it stands. */
export function lastStep(selector: string): string {
  return selector.split(' >> ').at(-1) ?? selector;
}

/** The parent element, or the host of the shadow root that the element stands in. */
export function parentOf(element: Element): Element | null {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

function elementsIn(root: QueryRoot, selector: string): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(selector)];
}
