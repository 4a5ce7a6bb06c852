/**
 * Follows which messages are near the screen, and says when that calls for new places. Far more than the screen is
 * placed each time, so that most frames of a scroll need nothing of us.
 */
import { NEAR_SCREENS, type Anchor } from './anchor';
import type { Stretch } from './geometry';
import type { Shown } from './places';
import { createScrollPace } from './scroll-pace';
import { rectFrom, screenOf, type Origin } from './stand-in-list';

export type Nearness = {
  readonly follow: (element: Element) => void;
  readonly leave: (element: Element) => void;
  /** These were placed just now, all that were near. */
  readonly placed: (shown: readonly Shown[], screen: Stretch) => void;
  /** Whether the list goes by too fast for anybody to read; to be asked in each frame until it does not. */
  readonly isFlung: (screen: Stretch) => boolean;
  readonly stop: () => void;
};

/** Milliseconds after which what came near is placed, if scrolling has not called for it before. */
const LATER = 60;
/** CSS pixels. */
const DRIFT = 0.5;

/**
 * @param origin where the list's own coordinates begin, in the window
 * @param onCome called when more is to be placed
 * @param onDrift called when what was placed stands elsewhere by now
 */
export function watchNearness(
  scroller: HTMLElement,
  anchorOf: (element: Element) => Anchor | undefined,
  origin: () => Origin,
  { onCome, onDrift }: { readonly onCome: () => void; readonly onDrift: () => void },
): Nearness {
  const pace = createScrollPace(() => performance.now());
  let last: readonly Shown[] = [];
  let trailing: ReturnType<typeof setTimeout> | undefined;

  /** Whether the page moved something without a word: a picture that loaded over the messages, say. */
  const hasDrifted = (from: Origin) =>
    [last[0], last[last.length >> 1], last.at(-1)].some((shown) => {
      if (!shown) return false;
      const { x, y } = rectFrom(shown.anchor.element, from);
      return Math.abs(x - shown.rect.x) > DRIFT || Math.abs(y - shown.rect.y) > DRIFT;
    });

  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const anchor = anchorOf(target);
        if (!anchor) continue;
        anchor.near = isIntersecting;
        if (isIntersecting && !anchor.placeholder.isIntact()) anchor.placeholder.set(anchor.size);
      }
      const from = origin();
      const screen = screenOf(scroller, from);
      pace.pass(screen);
      clearTimeout(trailing);
      if (hasDrifted(from)) onDrift();
      else if (pace.isFar(screen)) onCome();
      else trailing = setTimeout(onCome, LATER);
    },
    { root: scroller === document.body ? null : scroller, rootMargin: `${NEAR_SCREENS * 100}% 0px` },
  );

  return {
    follow: (element) => observer.observe(element),
    leave: (element) => observer.unobserve(element),
    placed: (shown, screen) => {
      last = shown;
      pace.placed(screen);
      clearTimeout(trailing);
    },
    isFlung: pace.pass,
    stop: () => {
      observer.disconnect();
      clearTimeout(trailing);
    },
  };
}
