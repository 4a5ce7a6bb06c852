/** Elements written as selectors: the pages stand under Trusted Types, and their shape is what matters. */

const parts = /^(?<tag>[\w-]*)|#(?<id>[\w-]+)|\.(?<name>[\w-]+)|\[(?<key>[\w-]+)(?:="(?<value>[^"]*)")?\]/g;

/** `h('div.row[role="row"]', child, 'text')` */
export function h(selector: string, ...children: readonly (Node | string)[]): HTMLElement {
  let element: HTMLElement | null = null;
  for (const { groups = {} } of selector.matchAll(parts)) {
    const { tag, id, name, key, value = '' } = groups as Partial<Record<string, string>>;
    element ??= document.createElement(tag || 'div');
    if (id !== undefined) element.id = id;
    if (name !== undefined) element.classList.add(name);
    if (key !== undefined) element.setAttribute(key, value);
  }
  if (element === null) throw new Error(`No element: ${selector}`);
  element.append(...children);
  return element;
}

/** An element of another kind than HTMLElement itself, by the same notation. */
export function input(selector: string): HTMLInputElement {
  const made = h(`input${selector}`);
  if (!(made instanceof HTMLInputElement)) throw new Error('No input');
  return made;
}

export function link(selector: string): HTMLAnchorElement {
  const made = h(`a${selector}`);
  if (!(made instanceof HTMLAnchorElement)) throw new Error('No link');
  return made;
}

/** An element whose children stand in an open shadow root. */
export function shadow(selector: string, ...children: readonly Node[]): HTMLElement {
  const host = h(selector);
  host.attachShadow({ mode: 'open' }).append(...children);
  return host;
}
