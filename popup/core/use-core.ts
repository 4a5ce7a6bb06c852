import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { ask } from '../../src/protocol/ask';
import { onCoreChange } from '../../src/protocol/changes';
import type { ReplyBody, RequestBody, RequestName } from '../../src/protocol/core';

/** What the core last said. `data` stays while it is asked again, so that nothing flickers. */
export type Answer<T> = {
  readonly data: T | undefined;
  readonly failure: unknown;
  readonly reload: () => Promise<void>;
};

/** Requests that carry nothing: what views look at, as opposed to what people do. */
type LookName = { [N in RequestName]: RequestBody<N> extends Record<string, never> ? N : never }[RequestName];

/** Asks the core, and again whenever it says that something changed. */
export function useCore<N extends LookName>(name: N): Answer<ReplyBody<N>> {
  const [answer, setAnswer] = useState<{ data: ReplyBody<N> | undefined; failure: unknown }>({
    data: undefined,
    failure: null,
  });
  const latest = useRef(0);

  const reload = useCallback(async () => {
    const turn = ++latest.current;
    try {
      const data = await ask(name, {} as RequestBody<N>);
      if (turn === latest.current) setAnswer({ data, failure: null });
    } catch (failure) {
      if (turn === latest.current) setAnswer((before) => ({ data: before.data, failure }));
    }
  }, [name]);

  useEffect(() => {
    const stop = onCoreChange(() => void reload());
    void reload();
    return () => {
      latest.current += 1;
      stop();
    };
  }, [reload]);

  return { ...answer, reload };
}
