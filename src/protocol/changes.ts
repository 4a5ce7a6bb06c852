/** The core's word that what a frame or page of ours shows may be out of date. */
import { browser } from '../platform/browser';
import { CHANGE_KEY } from './core';

/**
 * Calls `onChange` after each change in the core: locked, unlocked, chat switched, certificate accepted.
 * Returns what ends it.
 */
export function onCoreChange(onChange: () => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && CHANGE_KEY in changes) onChange();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
