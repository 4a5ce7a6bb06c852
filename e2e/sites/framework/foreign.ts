/** The same page as a person has it whose language is written from right to left: no label is in English. */
import type { RowParts, SitePage } from './site-page';

/** Attributes that the site's interface is written in. */
const labels = ['aria-label', 'placeholder', 'title', 'alt'];
const word = 'كلمة';

export function foreign(page: SitePage): SitePage {
  return {
    ...page,
    build: (pair) => {
      const { box, row, ...skeleton } = page.build(pair);
      for (const part of [skeleton.main, skeleton.sidebar]) if (part) relabel(part);
      const made = (): RowParts => {
        const parts = row();
        const { show } = parts;
        relabel(parts.element);
        return {
          ...parts,
          show: (message, own) => {
            show?.(message, own);
            relabel(parts.element);
          },
        };
      };
      return { ...skeleton, box: relabelled(box), row: made };
    },
  };
}

const relabelled = (attributes: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name, labels.includes(name) ? word : value]),
  );

function relabel(root: Element | ShadowRoot): void {
  const all = [...root.querySelectorAll('*'), ...(root instanceof Element ? [root] : [])];
  for (const element of all) {
    for (const name of labels) if (element.hasAttribute(name)) element.setAttribute(name, word);
    // Words on a button are the interface's; what is a picture, a sign or a name stays.
    if (element.matches('button, [role="button"]') && /^[A-Za-z ]{2,}$/.test(element.textContent ?? ''))
      element.textContent = word;
    if (element.shadowRoot) relabel(element.shadowRoot);
  }
}
