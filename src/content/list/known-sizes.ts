/** Sizes of messages seen before, so that a row drawn again has its height at once. */
import type { Size } from './placeholder';

export type KnownSizes = {
  readonly get: (wire: string) => Size | undefined;
  /** Keeps this many at most; the oldest is forgotten first. */
  readonly set: (wire: string, size: Size) => void;
  readonly clear: () => void;
};

const MOST_SIZES = 5000;

export function createKnownSizes(): KnownSizes {
  const sizes = new Map<string, Size>();
  return {
    get: (wire) => sizes.get(keyOf(wire)),
    set: (wire, size) => {
      const key = keyOf(wire);
      sizes.delete(key);
      sizes.set(key, size);
      const [oldest] = sizes.keys();
      if (sizes.size > MOST_SIZES && oldest !== undefined) sizes.delete(oldest);
    },
    clear: () => sizes.clear(),
  };
}

/** The end of a token holds its checksum: enough to know it again, without keeping thousands of ciphertexts. */
function keyOf(wire: string): string {
  return `${wire.length} ${wire.slice(-32)}`;
}
