/** What may send where nothing says so: pressed only after the button that was found and Enter did nothing. */
import { parentOf } from './deep-query';
import { isVisible } from './site';

/** CSS pixels from the box's right end to the left at which it may still begin. */
const BESIDE = 80;
/** Share of the window: what is higher is no row of the box any more, which may have grown with our composer. */
const MOST_HEIGHT = 0.6;
/** What opens something, is on or off, or stands for a file. */
const others = '[aria-haspopup], [aria-expanded], [aria-pressed], [role="switch"], :has(input[type="file"])';

/** The last thing to the right in the box's row that can be pressed, be it by a listener alone. */
export function likelyButton(box: HTMLElement): HTMLElement | null {
  const { right } = box.getBoundingClientRect();
  let row: Element = box;
  for (let at = parentOf(box); at && at !== document.body; at = parentOf(at)) {
    if (at.getBoundingClientRect().height > window.innerHeight * MOST_HEIGHT) break;
    row = at;
  }
  const hands = [...row.querySelectorAll<HTMLElement>('*')].filter(
    (element) =>
      element instanceof HTMLElement &&
      getComputedStyle(element).cursor === 'pointer' &&
      !element.matches(`a, label, ${others}`) &&
      !element.contains(box) &&
      isVisible(element) &&
      element.getBoundingClientRect().right > right - BESIDE,
  );
  const end = (element: HTMLElement) => element.getBoundingClientRect().right;
  return hands.toSorted((one, other) => end(other) - end(one))[0] ?? null;
}
