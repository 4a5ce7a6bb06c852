/** Calls `moved` whenever an element's place or size in the window may have changed. */

/** Milliseconds between looks for what no event tells, such as an ancestor's transform. */
const LOOK_AGAIN = 500;

export function trackRect(element: Element, moved: () => void, signal: AbortSignal): void {
  let last = '';
  const check = () => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const now = `${left},${top},${width},${height},${window.innerHeight}`;
    if (now === last) return;
    last = now;
    moved();
  };
  const sizes = new ResizeObserver(check);
  for (let at: Element | null = element; at; at = at.parentElement) sizes.observe(at);
  window.addEventListener('resize', check, { signal });
  document.addEventListener('scroll', check, { signal, capture: true, passive: true });
  document.addEventListener('transitionend', check, { signal, capture: true });
  const timer = setInterval(check, LOOK_AGAIN);
  signal.addEventListener('abort', () => {
    sizes.disconnect();
    clearInterval(timer);
  });
}
