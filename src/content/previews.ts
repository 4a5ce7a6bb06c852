/**
 * Ciphertext outside of messages: chat lists, quotes, pinned messages, search results and the tab's title show a few words in
 * its place. In the page only attributes of ours change, for `previews.css`; what the page's own script renders stays.
 */
import { openRoots, type OpenRoot } from './open-roots';
import { previewOf } from './preview-text';

const LABEL = 'data-sotto-preview';
const AS = 'data-sotto-as';
const SIZE = '--sotto-preview-size';
/** In an open shadow root, where our style does not reach but by a part's name. */
const PART = 'sotto-preview';
const PART_AFTER = 'sotto-preview-after';
/** How ciphertext begins, also where the rest of it is cut off. */
const starts = ['QzSotto1', '-----BEGIN PGP'];
/** Milliseconds that mutations are gathered. */
const SETTLE = 40;
/** Milliseconds for which the page is held up at once, and between two times. */
const SLICE = 5;
const BREATH = 16;
/** Characters: what is longer is no preview, and its words are not moved into an attribute. */
const LONGEST = 4000;
/** Times that the title is changed in a minute, at most: a page that sets it back each time gets no race. */
const MOST_TITLES = 30;

export type Previews = {
  /** A reader takes this element, or what it holds: it is to be as the page made it. */
  readonly release: (element: Element) => void;
};

/** @param isRead whether the ciphertext in this element is a message's own, which a reader shows */
export function watchPreviews(
  isRead: (element: Element, isWhole: boolean) => boolean,
  signal: AbortSignal,
): Previews {
  const changed = new Set<Node>();
  let titles: number[] = [];

  const label = (element: HTMLElement) => {
    const view = element.isConnected ? viewOf(element, isRead) : null;
    if (!view) {
      clear(element);
      return;
    }
    if (element.getAttribute(LABEL) === view.text && element.getAttribute(AS) === view.as) return;
    if (!element.hasAttribute(LABEL)) element.style.setProperty(SIZE, getComputedStyle(element).fontSize);
    element.setAttribute(LABEL, view.text);
    element.setAttribute(AS, view.as);
    if (element.getRootNode() instanceof ShadowRoot)
      element.part.add(view.as === 'after' ? PART_AFTER : PART);
  };

  const shortenTitle = () => {
    const view = previewOf(document.title);
    const now = performance.now();
    titles = titles.filter((time) => now - time < 60_000);
    if (!view || titles.length >= MOST_TITLES) return;
    titles.push(now);
    document.title = view.text;
  };

  const lookAt = (text: Text) => {
    const element = text.isConnected ? text.parentElement : null;
    if (element?.localName === 'title') shortenTitle();
    else if (element) label(wholeOf(element));
  };

  /** Texts with ciphertext that are still to be looked at: reading one through costs far more than finding it. */
  const found = new Set<Text>();
  const look = (node: Node) => {
    if (!node.isConnected) return;
    if (node instanceof HTMLElement) for (const inside of labelledIn(node)) label(inside);
    for (const text of textsIn(node)) {
      found.delete(text);
      if (starts.some((start) => text.data.includes(start))) found.add(text);
    }
  };
  const work = () => {
    if (signal.aborted) return;
    const end = performance.now() + SLICE;
    for (const text of found) {
      found.delete(text);
      lookAt(text);
      if (performance.now() > end) break;
    }
    if (found.size > 0) later();
  };
  let isLater = false;
  const later = () => {
    if (isLater) return;
    isLater = true;
    setTimeout(() => {
      isLater = false;
      work();
    }, BREATH);
  };

  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = (node: Node) => {
    changed.add(node);
    timer ??= setTimeout(() => {
      timer = undefined;
      const due = [...changed];
      changed.clear();
      if (signal.aborted) return;
      for (const each of due) look(each);
      work();
      for (const root of openRoots()) follow(root);
    }, SETTLE);
  };
  const observer = new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records) {
      if (type === 'childList') for (const node of addedNodes) soon(node);
      else if (type === 'characterData') soon(target);
      // The page took our words away, or changed the text under them: what stands there now decides.
      const element = target instanceof HTMLElement ? target : target.parentElement;
      const labelled = element?.closest<HTMLElement>(`[${LABEL}]`) ?? (type === 'attributes' ? target : null);
      if (labelled) soon(labelled);
    }
  });
  const followed = new WeakSet<OpenRoot>();
  const follow = (root: OpenRoot) => {
    if (followed.has(root)) return;
    followed.add(root);
    observer.observe(root, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: [LABEL],
    });
    soon(root);
  };
  signal.addEventListener('abort', () => observer.disconnect());
  follow(document);
  return {
    release: (element) => {
      if (element instanceof HTMLElement) for (const inside of labelledIn(element)) clear(inside);
    },
  };
}

type View = { readonly text: string; readonly as: 'all' | 'before' | 'after' };

function viewOf(element: HTMLElement, isRead: (element: Element, isWhole: boolean) => boolean): View | null {
  const text = element.textContent ?? '';
  if (text.length > LONGEST * 100 || isForeign(element)) return null;
  const view = previewOf(text);
  if (!view || isRead(element, view.isWhole)) return null;
  if (view.isAll || element.childElementCount === 0) {
    return view.text.length > LONGEST ? null : { text: view.text, as: 'all' };
  }
  // Words in elements of their own stay where they are; only the text beside them is replaced.
  const beside = [...element.childNodes].filter((node) => node instanceof Text);
  const own = previewOf(beside.map(({ data }) => data).join(''));
  if (!own || own.text.length > LONGEST) return null;
  const first = beside.find(({ data }) => starts.some((start) => data.includes(start)));
  const isAfter = first?.previousElementSibling !== null;
  return { text: own.text, as: isAfter ? 'after' : 'before' };
}

function textsIn(node: Node): Text[] {
  if (node instanceof Text) return [node];
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  return texts;
}

/** A site may have put each stretch of a long word into an element of its own: then the ciphertext is what holds them all. */
function wholeOf(element: HTMLElement): HTMLElement {
  let whole = element;
  for (let at = element.parentElement, steps = 0; at && steps < 3; at = at.parentElement, steps += 1) {
    const text = at.textContent ?? '';
    if (text.length > LONGEST || text.length === whole.textContent?.length || !previewOf(text)?.isAll) break;
    whole = at;
  }
  return whole;
}

function labelledIn(element: HTMLElement): HTMLElement[] {
  const inside = [...element.querySelectorAll<HTMLElement>(`[${LABEL}]`)];
  return element.hasAttribute(LABEL) ? [element, ...inside] : inside;
}

function clear(element: HTMLElement): void {
  if (!element.hasAttribute(LABEL)) return;
  element.removeAttribute(LABEL);
  element.removeAttribute(AS);
  element.part.remove(PART, PART_AFTER);
  if (element.part.length === 0) element.removeAttribute('part');
  element.style.removeProperty(SIZE);
}

/** What is being typed, and what is not shown at all. */
function isForeign(element: HTMLElement): boolean {
  return element.isContentEditable || element.closest('textarea, script, style, template, noscript') !== null;
}
