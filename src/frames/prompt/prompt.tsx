/** The card of an invitation, or of a certificate that changed. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { ask } from '../ask';
import type { FromPrompt } from '../../protocol/port';
import { toPrompt } from '../../protocol/port-to-frame';
import type { ClaimedPlace } from '../claim';
import { onCoreChange } from '../../protocol/changes';
import { listenTo } from '../frame-port';
import { applyLook, guardLook } from '../look';
import { Card } from './card';
import { createPromptModel } from './model';
import { useGuard } from '../use-guard';

/** Pixels: heights in steps tell the page no more of the card than it must know. */
const heightStep = 8;

export function Prompt({ claimed }: { readonly claimed: ClaimedPlace }) {
  const { port, place } = claimed;
  const root = useRef<HTMLDivElement>(null);
  const [, setDrawn] = useState(0);
  const model = useMemo(() => {
    const post = (message: FromPrompt) => port.postMessage(message);
    const made = createPromptModel({ ask, post, onChange: () => setDrawn((drawn) => drawn + 1) });
    return { ...made, post };
  }, [port]);

  useEffect(() => {
    listenTo(port, toPrompt, model.hear);
    onCoreChange(() => void model.refresh());
  }, [model, port]);

  const { show, card, phase } = model.state();
  const shown = show !== null && phase.kind !== 'loading';
  const active = useGuard(root, shown ? phase.kind : '');
  useLayoutEffect(() => {
    if (root.current && show) applyLook(root.current, guardLook(show.look));
  }, [show, shown]);
  useEffect(() => {
    const element = root.current;
    if (!element) return undefined;
    const report = () =>
      model.post({
        type: 'size',
        height: Math.ceil(element.getBoundingClientRect().height / heightStep) * heightStep,
      });
    // At once too: a frame without size is not drawn, and an observer hears of drawn ones only.
    report();
    const observer = new ResizeObserver(report);
    observer.observe(element);
    return () => observer.disconnect();
  }, [model, shown]);

  if (!show || !shown) return null;
  return (
    <div ref={root} class="room" dir={show.look.rightToLeft ? 'rtl' : 'ltr'}>
      <Card card={card} phase={phase} model={model} seal={place.seal} active={active} />
    </div>
  );
}
