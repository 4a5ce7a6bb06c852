/** Waits until `probe` gives something, checked each animation-independent tick. Null after `timeout` milliseconds. */
export async function waitFor<T>(
  probe: () => T | null | false,
  timeout: number,
  signal?: AbortSignal,
): Promise<T | null> {
  const end = performance.now() + timeout;
  for (;;) {
    const found = probe();
    if (found !== null && found !== false) return found;
    if (performance.now() > end || signal?.aborted) return null;
    await tick();
  }
}

/** A timer, not an animation frame: a tab in the background must be able to finish a send. */
const tick = () => new Promise((resolve) => setTimeout(resolve, 30));
