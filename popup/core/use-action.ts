import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

import { keepFocus } from './keep-focus';

export type Action = {
  readonly busy: boolean;
  /** What was thrown by the last run, or null. */
  readonly failure: unknown;
  /** Runs one thing at a time; true when it came through. */
  readonly run: (work: () => Promise<void>) => Promise<boolean>;
};

/** Something a person does: busy while it lasts, and its failure kept to be shown beside the control. */
export function useAction(): Action {
  const [state, setState] = useState<{ busy: boolean; failure: unknown }>({ busy: false, failure: null });
  const running = useRef(false);
  const mounted = useRef(true);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);

  const run = useCallback(async (work: () => Promise<void>) => {
    if (running.current) return false;
    running.current = true;
    setState({ busy: true, failure: null });
    let failure: unknown = null;
    try {
      await work();
    } catch (thrown) {
      failure = thrown;
    }
    running.current = false;
    if (mounted.current) setState({ busy: false, failure });
    keepFocus();
    return failure === null;
  }, []);

  return { ...state, run };
}
