/** That axe-core finds nothing wrong in what a person sees. */
import { violationsIn } from '../lib/axe';
import type { Page, Surface } from '../lib/driver';
import { expect } from '../lib/test';

export async function expectAccessible(page: Page): Promise<void> {
  expect(await violationsIn(page, null)).toEqual([]);
}

/** In a frame of ours that stands on this element of the page. */
export async function expectAccessibleIn(frame: Surface, page: Page, ground: string): Promise<void> {
  expect(await violationsIn(frame, await colourOf(page, ground))).toEqual([]);
}

/** The colour that can be seen on this element of the page. */
function colourOf(page: Page, selector: string): Promise<string> {
  return page.evaluate((css) => {
    let element = document.querySelector(css);
    const colour = () => (element === null ? 'Canvas' : getComputedStyle(element).backgroundColor);
    while (element !== null && colour() === 'rgba(0, 0, 0, 0)') element = element.parentElement;
    return colour();
  }, selector);
}
