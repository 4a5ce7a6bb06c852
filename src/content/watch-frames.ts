/**
 * Reaches into frames that the page makes of its own origin: keys typed there pass no listener of this document's, and
 * the page may make such a frame, put a field into it and focus it within one task.
 */

export type FrameWatch = {
  /** Looks for frames now, and at once for each that comes later. */
  readonly look: () => void;
};

/** @param listen adds listeners to a frame's window; adding the same twice does nothing */
export function watchFrames(listen: (view: Window) => void, signal: AbortSignal): FrameWatch {
  const enter = (frame: HTMLIFrameElement) => {
    // Null for a document of another origin, which neither we nor the page can look into.
    const view = frame.contentDocument ? frame.contentWindow : null;
    if (!view) return;
    listen(view);
    watch(view.document);
  };
  const watched = new WeakSet<Document>();
  const watch = (root: Document) => {
    if (watched.has(root)) return;
    watched.add(root);
    // An empty frame loads while it is being appended, so this runs before the page can touch what is in it.
    root.addEventListener('load', ({ target }) => isFrame(target) && enter(target), {
      capture: true,
      signal,
    });
    lookIn(root);
  };
  const lookIn = (root: Document) => {
    for (const frame of root.getElementsByTagName('iframe')) enter(frame);
  };
  watch(document);
  // One whose document is still on its way can be written into already.
  const observer = new MutationObserver(() => lookIn(document));
  signal.addEventListener('abort', () => observer.disconnect());
  let observing = false;
  return {
    look: () => {
      if (observing) return;
      observing = true;
      observer.observe(document, { subtree: true, childList: true });
      lookIn(document);
    },
  };
}

/** Of any document: a frame's own elements are of its own classes. */
function isFrame(target: EventTarget | null): target is HTMLIFrameElement {
  return target !== null && 'contentDocument' in target;
}
