/** Elements without HTML strings: the page is under Trusted Types. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className = '',
  attributes: Readonly<Record<string, string>> = {},
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  element.className = className;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

/** A round mark with a person's or a group's first letter, in a colour of its own. */
export function avatar(name: string): HTMLElement {
  const mark = make('span', 'avatar', { 'aria-hidden': 'true' });
  mark.textContent = name.charAt(0);
  const hue = Array.from(name).reduce((sum, letter) => sum * 31 + (letter.codePointAt(0) ?? 0), 7) % 360;
  mark.style.setProperty('--hue', String(hue));
  return mark;
}

const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
export const timeOf = (milliseconds: number): string => clock.format(milliseconds);

/** Presses a button that stays pressed until it is pressed again. */
export function toggle(button: HTMLElement): void {
  button.setAttribute('aria-pressed', String(button.getAttribute('aria-pressed') !== 'true'));
}
