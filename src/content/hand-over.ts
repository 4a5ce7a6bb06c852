/** Where a document keeps how to wake what was started in it, and to hand it sites that it did not know. */
import type { Site } from './site';

const STARTED = Symbol.for('sotto started');
const started = globalThis as { [STARTED]?: (sites: readonly Site[]) => void };

/** False if nothing was started here to hand anything to. */
export function handOver(sites: readonly Site[]): boolean {
  started[STARTED]?.(sites);
  return started[STARTED] !== undefined;
}

export function onHandOver(take: (sites: readonly Site[]) => void): void {
  started[STARTED] = take;
}
