/** The core's word that what a frame shows may be out of date. */
import { browser } from '../platform/browser';
import { CHANGE_KEY } from '../protocol/core';

/** Calls `onChange` after each change in the core: locked, unlocked, chat switched, certificate accepted. */
export function onCoreChange(onChange: () => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'session' && CHANGE_KEY in changes) onChange();
  });
}
