/** Escape beside the text takes back what was opened there. In the text it leaves the composer, which is not said here. */
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** @param isOpen whether there is something to take back */
export function useEscape(root: RefObject<HTMLElement | null>, isOpen: boolean, takeBack: () => void): void {
  useEffect(() => {
    const { current } = root;
    if (!current || !isOpen) return undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.target instanceof HTMLTextAreaElement) return;
      event.preventDefault();
      // Whoever takes something back goes on writing: they do not leave.
      event.stopPropagation();
      takeBack();
    };
    current.addEventListener('keydown', onKeyDown);
    return () => current.removeEventListener('keydown', onKeyDown);
  });
}
