/**
 * Tells the content script when the person begins and ends to write here, takes the focus back when the page took it
 * in the middle of a word, and says so.
 */
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import type { FromComposer } from '../../protocol/port';
import type { FocusGuard } from './focus-guard';
import { meaningOf } from './keys';
import type { Model } from './model';

/** A change of tabs takes the focus first and hides the document up to so many milliseconds later. */
const hiding = 1000;

type Told = Extract<FromComposer, { type: 'focused' | 'blurred' | 'leave' }>;

export function useCustody(
  guard: FocusGuard,
  textarea: RefObject<HTMLTextAreaElement | null>,
  model: Model & { readonly post: (message: Told) => void },
): void {
  useEffect(() => {
    const ends = new AbortController();
    const { signal } = ends;
    let takenAt = Number.NEGATIVE_INFINITY;
    const tellFocus = () => {
      if (document.hasFocus()) model.post({ type: 'focused' });
    };
    const onKeyDown = (event: KeyboardEvent) => {
      const meaning = meaningOf(event);
      if (meaning !== 'type') guard.leaving();
      if (meaning === 'leave') model.post({ type: 'leave', backwards: event.shiftKey });
    };
    const onBlur = () => {
      const taken = guard.blurred();
      model.post({ type: 'blurred' });
      if (!taken || document.visibilityState !== 'visible') return;
      // While sending, the content script has the focus in the messenger's box on purpose.
      if (model.isBusy()) return;
      if (model.focusTaken()) takenAt = performance.now();
      // After the browser is done with moving the focus away, or it would finish that.
      setTimeout(() => {
        window.focus();
        textarea.current?.focus();
      });
    };
    const onVisibility = () => {
      if (document.visibilityState === 'hidden' && performance.now() - takenAt < hiding) model.notTaken();
      takenAt = Number.NEGATIVE_INFINITY;
    };
    tellFocus();
    window.addEventListener('focus', tellFocus, { signal });
    // The window keeps the focus over Escape, and over Tab to one of our own buttons.
    document.addEventListener('focusin', tellFocus, { signal });
    window.addEventListener('keydown', onKeyDown, { signal });
    window.addEventListener('blur', onBlur, { signal });
    document.addEventListener('visibilitychange', onVisibility, { signal });
    return () => ends.abort();
  }, [guard, textarea, model]);
}
