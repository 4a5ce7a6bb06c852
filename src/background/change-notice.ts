/** Tells every frame and page of ours that what it shows may be out of date. It says that, and nothing more. */
import { CHANGE_KEY } from '../protocol/core';
import { randomNonce } from './bytes';
import type { Platform } from './platform';

export function createChangeNotice(local: Platform['local']): () => Promise<void> {
  // A random value differs from the last one even if this worker does not know it.
  return () => local.set({ [CHANGE_KEY]: randomNonce() });
}
