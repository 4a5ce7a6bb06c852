/**
 * What was found off the screen, told a lot at a time: telling has the page laid out, however little it is. So a lot is
 * a share of all that was told before, and a list of any length is laid out a few times only.
 */
import type { WireElement } from './find-wires';

export type Gathered = {
  readonly put: (root: Element, found: readonly WireElement[]) => void;
  /** Tells if enough has come together. */
  readonly tellIfMuch: () => void;
  /** Tells whatever there is, and stands in the page still. */
  readonly tell: () => void;
  /** Forgets it, and begins with small lots again. */
  readonly clear: () => void;
};

const LEAST = 100;
const SHARE = 1 / 4;

export function createGathered(onFound: (root: Element, found: readonly WireElement[]) => void): Gathered {
  let finds = new Map<Element, WireElement[]>();
  let count = 0;
  let told = 0;
  const tell = () => {
    const due = finds;
    told += count;
    finds = new Map();
    count = 0;
    for (const [root, found] of due) {
      const there = found.filter(({ element }) => element.isConnected);
      if (there.length > 0) onFound(root, there);
    }
  };
  return {
    put: (root, found) => {
      if (found.length === 0) return;
      count += found.length;
      const known = finds.get(root);
      if (known) known.push(...found);
      else finds.set(root, [...found]);
    },
    tellIfMuch: () => {
      if (count >= Math.max(LEAST, told * SHARE)) tell();
    },
    tell,
    clear: () => {
      finds.clear();
      count = 0;
      told = 0;
    },
  };
}
