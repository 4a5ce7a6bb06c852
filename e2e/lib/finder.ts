/**
 * How tests name an element: a CSS selector, or role and accessible name as assistive software would say them.
 * The functions here run inside the browser, so each stands alone and uses nothing from outside itself.
 */
export type Target = string | { readonly role: Role; readonly name: string };
export type Role =
  'button' | 'textbox' | 'tab' | 'checkbox' | 'switch' | 'link' | 'heading' | 'radio' | 'dialog';

export const byRole = (role: Role, name: string): Target => ({ role, name });

export const nameOf = (target: Target): string =>
  typeof target === 'string' ? target : `${target.role} "${target.name}"`;

/** Source text that says in the page whether there is such an element. */
export const hasElement = (target: Target): string =>
  `(${findElement.toString()})(${JSON.stringify(target)}) !== null`;

/** In the page: the first element that fits and is laid out, or null. Selectors look into open shadow roots too. */
export function findElement(target: Target): Element | null {
  const shown = (element: Element) => element.getClientRects().length > 0;
  if (typeof target === 'string') {
    const inside = (root: Document | ShadowRoot): Element[] => {
      const here = [...root.querySelectorAll(target)];
      if (here.length > 0) return here;
      return [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
        shadowRoot ? inside(shadowRoot) : [],
      );
    };
    const all = inside(document);
    return all.find(shown) ?? all[0] ?? null;
  }
  const selectors: Record<string, string> = {
    button: 'button, [role=button], input[type=button], input[type=submit], summary',
    textbox:
      'input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=file]), textarea, [role=textbox]',
    tab: '[role=tab]',
    checkbox: 'input[type=checkbox], [role=checkbox]',
    switch: '[role=switch]',
    link: 'a[href], [role=link]',
    heading: 'h1, h2, h3, h4, h5, h6, [role=heading]',
    radio: 'input[type=radio], [role=radio]',
    dialog: 'dialog[open], [role=dialog]',
  };
  const plain = (text: string | null | undefined) => (text ?? '').replaceAll(/\s+/g, ' ').trim();
  const names = (element: Element): string[] => {
    const referred = (element.getAttribute('aria-labelledby') ?? '')
      .split(/\s+/)
      .map((id) => (id === '' ? '' : document.getElementById(id)?.textContent))
      .join(' ');
    const labels = 'labels' in element ? [...((element.labels as NodeListOf<Element> | null) ?? [])] : [];
    const own = element.matches('input, textarea, [role=textbox]') ? '' : element.textContent;
    return [
      element.getAttribute('aria-label'),
      referred,
      ...labels.map((label) => label.textContent),
      own,
      element.getAttribute('title'),
    ].map(plain);
  };
  const fitting = [...document.querySelectorAll(selectors[target.role] ?? `[role=${target.role}]`)].filter(
    (element) => names(element).includes(target.name),
  );
  return fitting.find(shown) ?? null;
}
