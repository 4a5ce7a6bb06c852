/** Tells every frame and page of ours that what it shows may be out of date. Content scripts cannot see it. */
import { CHANGE_KEY } from '../protocol/core';
import { randomNonce } from './bytes';
import type { Platform } from './platform';

export function createChangeNotice(session: Platform['session']): () => Promise<void> {
  // A random value differs from the last one even if this worker does not know it.
  return () => session.set({ [CHANGE_KEY]: randomNonce() });
}
