/** Takes the focus back when the page took it in the middle of a word, and says so. */
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import type { FocusGuard } from './focus-guard';
import { isUnderway } from './delivery';
import type { Model } from './model';

export function useFocusGuard(
  guard: FocusGuard,
  textarea: RefObject<HTMLTextAreaElement | null>,
  model: Model,
): void {
  useEffect(() => {
    const onBlur = () => {
      if (!guard.blurred() || document.visibilityState !== 'visible') return;
      // While sending, the content script has the focus in the messenger's box on purpose.
      if (isUnderway(model.state().delivery)) return;
      model.focusTaken();
      // After the browser is done with moving the focus away, or it would finish that.
      setTimeout(() => {
        window.focus();
        textarea.current?.focus();
      });
    };
    window.addEventListener('blur', onBlur);
    return () => window.removeEventListener('blur', onBlur);
  }, [guard, textarea, model]);
}
