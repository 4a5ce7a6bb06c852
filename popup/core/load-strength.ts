/** From 0 (guessed at once) to 4 (not guessed). */
export type Strength = 0 | 1 | 2 | 3 | 4;
/** `about`: words that an attacker would try first, such as the person's name. */
export type Estimate = (passphrase: string, about: readonly string[]) => Strength;

/** Property of the global object under which `strength.js` leaves its function. */
export const strengthSlot = 'sottoStrength';

/**
 * Loads the estimate from the extension's own folder. Throws when the file cannot be loaded.
 * By import() and not by a script element, whose address the page's Trusted Types policy refuses to set.
 */
export async function loadStrength(): Promise<Estimate> {
  const file = './strength.js';
  // oxlint-disable-next-line no-unsanitized/method -- a fixed file of our own; as a literal it would be bundled
  await import(/* @vite-ignore */ file);
  const estimate: unknown = Reflect.get(globalThis, strengthSlot);
  if (typeof estimate !== 'function') throw new Error('strength.js left no estimate');
  return estimate as Estimate;
}
