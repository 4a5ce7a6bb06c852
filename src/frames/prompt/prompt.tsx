/** The card of an invitation, or of a certificate that changed. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { ask } from '../../protocol/ask';
import { toPrompt, type FromPrompt } from '../../protocol/port';
import type { ClaimedPlace } from '../claim';
import { onCoreChange } from '../core-changes';
import { openPort } from '../frame-port';
import { applyLook, guardLook } from '../look';
import { Card } from './card';
import { createPromptModel } from './model';
import { useGuard } from './use-guard';

export function Prompt({ claimed }: { readonly claimed: ClaimedPlace }) {
  const root = useRef<HTMLDivElement>(null);
  const [, setDrawn] = useState(0);
  const { model, connect, post } = useMemo(() => {
    let send: (message: FromPrompt) => void = () => {};
    const later = (message: FromPrompt) => send(message);
    const made = createPromptModel({ ask, post: later, onChange: () => setDrawn((drawn) => drawn + 1) });
    const open = () => {
      send = openPort<FromPrompt, typeof toPrompt>(claimed.port, toPrompt, made.hear);
    };
    return { model: made, connect: open, post: later };
  }, [claimed]);

  useEffect(() => {
    connect();
    onCoreChange(() => void model.refresh());
  }, [model, connect]);

  const { show, card, phase } = model.state();
  const shown = show !== null && phase.kind !== 'loading';
  const active = useGuard(root, shown);
  useLayoutEffect(() => {
    if (root.current && show) applyLook(root.current, guardLook(show.look));
  }, [show, shown]);
  useEffect(() => {
    const element = root.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => {
      post({ type: 'size', height: Math.ceil(element.getBoundingClientRect().height) });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [post, shown]);

  if (!show || !shown) return null;
  return (
    <div ref={root} class="room" dir={show.look.rightToLeft ? 'rtl' : 'ltr'}>
      <Card card={card} phase={phase} model={model} seal={claimed.place.seal} active={active} />
    </div>
  );
}
