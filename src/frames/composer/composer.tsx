/** The composer: a pill beside an unencrypted box, or the cover that takes the box's place. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { isAlive } from '../alive';
import { t } from '../../platform/i18n';
import { ask } from '../ask';
import type { FromComposer } from '../../protocol/port';
import { toComposer } from '../../protocol/port-to-frame';
import type { ClaimedPlace } from '../claim';
import { onCoreChange } from '../../protocol/changes';
import { Icon } from '../icons';
import { saveBlob } from '../files/file-words';
import { sealFile } from '../files/core-file';
import { listenTo } from '../frame-port';
import { applyLook, guardLook } from '../look';
import { watchVisibility, whenVisible, type VisibilityWatch } from '../visibility';
import { Cover } from './cover';
import { Orphan } from './orphan';
import { createOutbox } from './files/outbox';
import { lookAtFile } from './files/picture/look-at-file';
import { createModel } from './model';
import { Pill } from './pill';
import { useKeptFocus } from './use-kept-focus';
import { useShape } from './use-shape';

/** How long the composer must have been in sight before it sends, and how long Enter waits for that. */
const seen = { span: 300, patience: 1200, share: 0.5 };

/** Milliseconds between two looks whether the extension still runs: nothing tells a frame that it stopped. */
const pulse = 1000;

export function Composer({ claimed }: { readonly claimed: ClaimedPlace }) {
  const { port, place } = claimed;
  const root = useRef<HTMLDivElement>(null);
  const textarea = useRef<HTMLTextAreaElement>(null);
  const watch = useRef<VisibilityWatch>(null);
  const [, setDrawn] = useState(0);

  const model = useMemo(() => {
    const post = (message: FromComposer) => port.postMessage(message);
    const onChange = () => setDrawn((drawn) => drawn + 1);
    const outbox = createOutbox({ ask, post, look: lookAtFile, seal: sealFile, save: saveBlob, onChange });
    const made = createModel({
      ask,
      limit: place.limit,
      isAlive,
      post,
      isSeen: async () => watch.current !== null && whenVisible(watch.current, seen.span, seen.patience),
      files: outbox,
      onChange,
      onText: (text) => {
        if (textarea.current) textarea.current.value = text;
      },
      onFocus: () => {
        focusIn(root.current);
        // The window may have had the focus before there was a cover.
        if (document.hasFocus()) post({ type: 'focused' });
      },
    });
    return { ...made, post, outbox };
  }, [port, place]);

  useEffect(() => {
    listenTo(port, toComposer, (word) => {
      // A page in a tab that the person left takes nothing from them.
      if (word.type !== 'stolen' || document.visibilityState === 'visible') model.hear(word);
    });
    void model.refresh();
    onCoreChange(() => {
      void model.refresh();
      model.post({ type: 'refresh' });
    });
    const focus = () => focusIn(root.current);
    const hide = () => model.saveNow();
    window.addEventListener('focus', focus);
    window.addEventListener('pagehide', hide);
    document.addEventListener('visibilitychange', hide);
  }, [model, port]);

  const orphanWords = useMemo(() => ({ label: t('composer_label'), gone: t('composer_gone') }), []);
  useEffect(() => {
    const timer = setInterval(() => {
      if (isAlive()) return;
      clearInterval(timer);
      setDrawn((drawn) => drawn + 1);
    }, pulse);
    return () => clearInterval(timer);
  }, []);
  const { chat, look, orphaned, inPanel, delivery } = model.state();
  const shown = chat !== null && look !== null;
  useLayoutEffect(() => {
    if (root.current && look) applyLook(root.current, guardLook(look.look));
  }, [look, shown]);
  useEffect(() => {
    if (!root.current) return undefined;
    const watching = watchVisibility(root.current, seen.share);
    watch.current = watching;
    return watching.stop;
  }, [shown]);
  useKeptFocus(() => focusIn(root.current));
  const isPill = chat?.mode === 'off';
  useShape(root, isPill, delivery.kind === 'copied', look?.height ?? 0, model.post);

  if (!chat || !look || ((orphaned || inPanel) && isPill)) return null;
  return (
    <div ref={root} class={isPill ? 'pill-room' : 'cover-room'} dir={look.look.rightToLeft ? 'rtl' : 'ltr'}>
      {isPill ? (
        <Pill chat={chat} model={model} seal={place.seal} />
      ) : orphaned ? (
        <Orphan words={orphanWords} text={chat.locked ? '' : model.text()} />
      ) : inPanel ? (
        <p class="elsewhere">
          <Icon name="lock" />
          <span>{t('composer_inPanel')}</span>
        </p>
      ) : (
        <Cover
          chat={chat}
          look={look}
          model={model}
          seal={place.seal}
          limit={place.limit}
          textarea={textarea}
        />
      )}
    </div>
  );
}

/** Into the text; where there is none to write in, onto the next step. */
function focusIn(root: HTMLElement | null): void {
  root?.querySelector<HTMLElement>('textarea:not([hidden]), button.strong, button')?.focus();
}
