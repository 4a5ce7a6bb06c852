import { render } from 'preact';
import { act } from 'preact/test-utils';
import { App } from '../app';
import type { Surface } from '../core/surface';
import { makeFakeBrowser } from './fake-browser';
import { makeFakeCore, type CoreState } from './fake-core';
import { stage } from './stage';

type Options = { readonly hash?: string; readonly surface?: Surface };

/** The whole popup over a fake core, at the view that `hash` names. */
export function mount(state: CoreState, { hash = '', surface = 'page' }: Options = {}) {
  const core = makeFakeCore(state);
  const browser = makeFakeBrowser('en', core.answer);
  stage.browser = browser;
  location.hash = hash;
  document.body.replaceChildren();
  const place = document.createElement('div');
  document.body.append(place);
  render(<App surface={surface} />, place);
  return { core, browser, unmount: () => render(null, place) };
}

const nameOf = (element: Element): string =>
  (element.getAttribute('aria-label') ?? element.textContent).replaceAll(/\s+/g, ' ').trim();

/** The one element of this kind with this accessible name. Throws when there is none, or more than one. */
export function find(selector: string, name: string): HTMLElement {
  const found = [...document.querySelectorAll<HTMLElement>(selector)].filter(
    (element) => nameOf(element) === name,
  );
  const [first] = found;
  if (first === undefined || found.length > 1)
    throw new Error(`${found.length} of ${selector} named ${name}`);
  return first;
}

export const press = (name: string): void => find('button', name).click();
export const shows = (text: string): boolean => document.body.textContent.includes(text);

/** The field that the label with this text is for. */
export function field(label: string): HTMLInputElement {
  const id = find('label', label).getAttribute('for');
  const input = document.querySelector<HTMLInputElement>(`[id="${id}"]`);
  if (input === null) throw new Error(`No field for ${label}`);
  return input;
}

/** Types as a person does, as far as the view can tell: by the next press it has taken it up. */
export async function type(label: string, text: string): Promise<void> {
  const input = field(label);
  await act(() => {
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
}
