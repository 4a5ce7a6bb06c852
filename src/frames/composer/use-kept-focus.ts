/** What a person at the keyboard stands on may go with the step that it belonged to: they go on in what took its place. */
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

/** @param goOn gives the focus to what there is to go on with */
export function useKeptFocus(goOn: () => void): void {
  const last = useRef<EventTarget | null>(null);
  useEffect(() => {
    const follow = ({ target }: FocusEvent) => {
      last.current = target;
    };
    document.addEventListener('focusin', follow);
    return () => document.removeEventListener('focusin', follow);
  }, []);
  useLayoutEffect(() => {
    const { current } = last;
    if (!(current instanceof Element) || current.isConnected) return;
    last.current = null;
    if (document.hasFocus() && document.activeElement === document.body) goOn();
  });
}
