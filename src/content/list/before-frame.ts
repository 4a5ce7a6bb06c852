/**
 * A function that has `work` done once before the next frame is drawn, however often it is called until then. Nothing is
 * drawn in the background, where messages are to be read all the same: there it is done soon.
 */
export function createBeforeFrame(work: () => void, signal: AbortSignal): () => void {
  let scheduled = false;
  const request = () => {
    if (scheduled || signal.aborted) return;
    scheduled = true;
    (document.hidden ? setTimeout : requestAnimationFrame)(() => {
      scheduled = false;
      if (!signal.aborted) work();
    });
  };
  document.addEventListener(
    'visibilitychange',
    () => {
      scheduled = false;
      request();
    },
    { signal },
  );
  return request;
}
