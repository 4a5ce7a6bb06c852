/** Which text a reader shows over which of the page's elements: what a person sees there, from both documents. */
import type { Page } from '../../lib/driver';

type Box = { readonly x: number; readonly y: number };
/** CSS pixels by which a text may stand beside its place. */
const slack = 3;

const near = (one: Box, other: Box) =>
  Math.abs(one.x - other.x) <= slack && Math.abs(one.y - other.y) <= slack;

/**
 * For each ciphertext that stands in the page now, in the page's order, the plaintext over it; null where no reader shows
 * one just there.
 * @param selector the elements that hold a message's text
 */
export async function seenAt(page: Page, selector: string): Promise<(string | null)[]> {
  const [places, hosts] = await page.evaluate((css) => {
    const boxOf = (element: Element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x, y, width, height };
    };
    const readers = [...document.querySelectorAll('[role="log"] > [data-overlay]')];
    return [[...document.querySelectorAll(css)].map(boxOf), readers.map(boxOf)] as const;
  }, selector);
  const frames = await page.framesWith('[data-message]');
  const shown = await Promise.all(
    frames.map((frame) =>
      frame.evaluate(
        () =>
          [...document.querySelectorAll('[data-message]')].map((element) => {
            const { x, y } = element.getBoundingClientRect();
            return { x, y, text: element.querySelector('[data-part="text"]')?.textContent ?? '' };
          }),
        undefined,
      ),
    ),
  );
  // A host is known by nothing but its place, and the frame in it by nothing at all: with one of each they are a pair.
  const [host] = hosts;
  if (hosts.length !== 1 || shown.length !== 1 || !host) return places.map(() => null);
  return places.map((place) => {
    const over = shown.flat().find(({ x, y }) => near({ x: x + host.x, y: y + host.y }, place));
    return over?.text ?? null;
  });
}
