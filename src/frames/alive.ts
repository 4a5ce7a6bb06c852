/** Whether the extension that this frame came with still runs. After an update or a reload the frame is an orphan. */
import { browser } from '../platform/browser';

/** An orphan has no runtime, or one without id, or may not even look. */
export function isAlive(): boolean {
  try {
    return Boolean(browser.runtime.id);
  } catch {
    return false;
  }
}
