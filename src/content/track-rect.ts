/** Calls `moved` whenever an element's place or size in the window may have changed; which one it is may change too. */

/** Milliseconds between looks for what no event tells, such as an ancestor's transform. */
const LOOK_AGAIN = 500;

export function trackRect(current: () => Element, moved: () => void, signal: AbortSignal): void {
  let last = '';
  let element = current();
  const check = () => {
    if (element !== current()) {
      element = current();
      observe();
    }
    const { left, top, width, height } = element.getBoundingClientRect();
    const now = `${left},${top},${width},${height},${window.innerHeight}`;
    if (now === last) return;
    last = now;
    moved();
  };
  const sizes = new ResizeObserver(check);
  const observe = () => {
    sizes.disconnect();
    for (let at: Element | null = element; at; at = at.parentElement) sizes.observe(at);
  };
  observe();
  window.addEventListener('resize', check, { signal });
  document.addEventListener('scroll', check, { signal, capture: true, passive: true });
  document.addEventListener('transitionend', check, { signal, capture: true });
  const timer = setInterval(check, LOOK_AGAIN);
  signal.addEventListener('abort', () => {
    sizes.disconnect();
    clearInterval(timer);
  });
}
