/** The document and the open shadow roots in it: what a query of the document alone does not see. */
import { parentOf } from './deep-query';

export type OpenRoot = Document | ShadowRoot;

/** Milliseconds for which a look through the whole page holds. */
const HOLDS = 1000;
let known: readonly OpenRoot[] = [];
let looked = Number.NEGATIVE_INFINITY;

/** Every root, the document first; looked up anew at most once a second, unless `now`. */
export function openRoots(now = false): readonly OpenRoot[] {
  const time = performance.now();
  if (now || time - looked > HOLDS) {
    looked = time;
    known = rootsIn(document);
  }
  return known;
}

/** `root` and the open shadow roots below it, at any depth. */
function rootsIn(root: OpenRoot): OpenRoot[] {
  return [root, ...rootsBelow(root)];
}

/** The open shadow roots of elements below `from`, and of `from` itself if it is a host. */
export function rootsBelow(from: OpenRoot | Element): ShadowRoot[] {
  const hosts = [...from.querySelectorAll('*')];
  if (from instanceof Element) hosts.push(from);
  return hosts.flatMap(({ shadowRoot }) => (shadowRoot ? [shadowRoot, ...rootsBelow(shadowRoot)] : []));
}

/** Whether `inner` stands in `outer`, be it in a shadow root of it. */
export function standsIn(inner: Element, outer: Element): boolean {
  for (let at: Element | null = inner; at; at = parentOf(at)) if (at === outer) return true;
  return false;
}
