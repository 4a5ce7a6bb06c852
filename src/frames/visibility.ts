/**
 * Tells whether the person can really see a part of a frame, against click-jacking: a page can lay things over our
 * frame, make it transparent or tiny. IntersectionObserver v2 (Chrome) knows about all of it; elsewhere only the
 * share that is inside the window is known.
 * https://w3c.github.io/IntersectionObserver/#calculate-visibility-algo
 */

/** What version 2 adds and TypeScript's DOM library lacks. */
type ObserverOptions = IntersectionObserverInit & { trackVisibility: boolean; delay: number };
type ObserverEntry = IntersectionObserverEntry & { isVisible?: boolean };

export type VisibilityWatch = {
  /** Milliseconds for which the element has been visible without a break; 0 while it is not. */
  readonly visibleFor: () => number;
  /** Starts the count anew: the frame was moved or resized. */
  readonly restart: () => void;
  readonly stop: () => void;
};

/** @param share of the element, 0 to 1, that must be inside the window */
export function watchVisibility(element: Element, share: number): VisibilityWatch {
  let since: number | undefined;
  const options: ObserverOptions = { threshold: [0, share, 1], trackVisibility: true, delay: 100 };
  const observer = new IntersectionObserver((entries) => {
    const entry: ObserverEntry | undefined = entries.at(-1);
    if (!entry) return;
    const seen = entry.intersectionRatio >= share && entry.isVisible !== false;
    since = seen ? (since ?? performance.now()) : undefined;
  }, options);
  observer.observe(element);
  return {
    visibleFor: () =>
      since === undefined || document.visibilityState !== 'visible' ? 0 : performance.now() - since,
    restart: () => {
      if (since !== undefined) since = performance.now();
    },
    stop: () => observer.disconnect(),
  };
}

/** Whether this browser knows what lies over a frame, and what makes it transparent. */
export const seesCovers = 'isVisible' in IntersectionObserverEntry.prototype;

/** Whether the element is or becomes visible for `span` ms on end, waiting at most `patience` ms. */
export async function whenVisible(watch: VisibilityWatch, span: number, patience: number): Promise<boolean> {
  const deadline = performance.now() + patience;
  while (watch.visibleFor() < span) {
    if (performance.now() >= deadline) return false;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return true;
}
