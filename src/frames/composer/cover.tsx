/** The box itself: seal, text, send button, and under it who can read and what is going on. */
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { t } from '../../platform/i18n';
import type { ChatState } from '../../protocol/core';
import type { FromComposer, ToComposer } from '../../protocol/port';
import type { HealthState } from '../../protocol/health';
import type { Seal } from '../../protocol/shapes';
import { guardLook } from '../look';
import { useGuard } from '../use-guard';
import { Icon } from '../icons';
import { SealMark } from '../seal-mark';
import { CoverActions, type Step } from './cover-actions';
import { isUnderway } from './delivery';
import { AttachButton, dropHandlers, filesIn } from './files/attach';
import type { Outbox } from './files/outbox';
import { FileTray } from './files/tray';
import { createFocusGuard } from './focus-guard';
import { meaningOf } from './keys';
import type { Model } from './model';
import { countText, statusOf } from './status';
import { fitHeight } from './text-height';
import { textareaTraits } from './textarea-traits';
import { Offer } from './offer';
import { useCustody } from './use-custody';
import { useEscape } from './use-escape';

type Props = {
  readonly chat: ChatState;
  readonly look: Extract<ToComposer, { type: 'look' }>;
  readonly model: Model & { readonly post: (message: FromComposer) => void; readonly outbox: Outbox };
  readonly seal: Seal | null;
  /** Most characters in one message of this site; null: not limited. */
  readonly limit: number | null;
  readonly textarea: RefObject<HTMLTextAreaElement | null>;
};

export function Cover({ chat, look, model, seal, limit, textarea }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const [hovered, setHovered] = useState(false);
  const [step, setStep] = useState<Step>('none');
  const { delivery, notice, health, offer, size, edit } = model.state();
  const offered = chat.locked ? '' : offer;
  const asks = offered !== '' || step !== 'none' || chat.mode === 'inviting';
  const active = useGuard(root, asks ? `${chat.mode} ${step} ${offered}` : '');
  const { lineHeight } = guardLook(look.look);
  const guard = useMemo(() => createFocusGuard(() => performance.now()), []);
  useCustody(guard, textarea, model);
  useEscape(root, step !== 'none', () => {
    setStep('none');
    textarea.current?.focus();
  });

  const fit = () => {
    if (!textarea.current || !root.current || chat.locked) return;
    const around = root.current.offsetHeight - textarea.current.offsetHeight;
    fitHeight(textarea.current, lineHeight, look.maxHeight - around);
  };
  useLayoutEffect(() => {
    if (!textarea.current) return;
    textarea.current.value = model.text();
    if (document.hasFocus()) textarea.current.focus();
  }, [textarea, model]);
  useLayoutEffect(fit);
  // At another width the text breaks elsewhere.
  useEffect(() => {
    window.addEventListener('resize', fit);
    return () => window.removeEventListener('resize', fit);
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const meaning = meaningOf(event);
    if (event.key === 'Escape' && meaning === 'leave' && !(event.isTrusted && model.cancelEdit()))
      textarea.current?.blur();
    if (event.key === 'Enter' && !event.shiftKey && meaning !== 'type') {
      event.preventDefault();
      if (event.isTrusted) void model.send();
    }
    // A held key must neither send again nor break the line.
    if (event.key === 'Enter' && event.repeat && !event.shiftKey) event.preventDefault();
  };
  const onInput = () => {
    guard.typed();
    model.typed(textarea.current?.value ?? '');
    fit();
  };

  const status = statusOf(chat, delivery, notice, size, edit);
  const isCounted = !chat.locked && !isUnderway(delivery) && notice !== 'many-parts';
  const count = isCounted ? countText(model.text(), size, limit) : '';
  const onPaste = (event: ClipboardEvent) => {
    const files = filesIn(event.clipboardData);
    if (files.length === 0) return;
    event.preventDefault();
    model.outbox.add(files);
  };

  return (
    <div
      ref={root}
      class="cover"
      data-tone={status.tone}
      data-mode={chat.mode}
      {...(chat.locked ? {} : dropHandlers(model.outbox, setHovered))}
    >
      {hovered && <p class="drop">{t('files_drop')}</p>}
      {!chat.locked && <FileTray outbox={model.outbox} retry={() => void model.send()} />}
      <div class="box" style={{ minBlockSize: `${Math.min(Math.max(look.height, 36), look.maxHeight)}px` }}>
        <SealMark seal={seal} />
        <textarea
          {...textareaTraits}
          ref={textarea}
          hidden={chat.locked}
          aria-label={t('composer_label')}
          aria-describedby="status"
          placeholder={t('composer_placeholder')}
          readOnly={isUnderway(delivery)}
          onKeyDown={onKeyDown}
          onInput={onInput}
          onPaste={onPaste}
        />
        {!chat.locked && <AttachButton outbox={model.outbox} />}
        {chat.locked ? (
          <p class="locked">{t('composer_locked')}</p>
        ) : (
          <button
            type="button"
            class="send"
            aria-label={t('composer_send')}
            title={t('composer_send')}
            aria-disabled={model.isBusy()}
            onClick={(event) => event.isTrusted && void model.send()}
          >
            <Icon name="send" />
          </button>
        )}
        {chat.locked && (
          <button type="button" class="strong" onClick={(event) => event.isTrusted && model.open('unlock')}>
            {t('composer_unlock')}
          </button>
        )}
      </div>
      <div class="below">
        <p id="status" class="line" data-tone={status.tone} role={status.tone === 'bad' ? 'alert' : 'status'}>
          <Icon name={status.icon} />
          <span>
            {status.text}
            {count !== '' && ` · ${count}`}
          </span>
        </p>
        {health !== 'working' && <HealthMark health={health} model={model} />}
        <CoverActions
          chat={chat}
          delivery={delivery}
          model={model}
          step={step}
          onStep={setStep}
          active={active}
        />
        {offered !== '' && <Offer model={model} active={active} />}
      </div>
    </div>
  );
}

/** That this page is not wholly understood. What that means stands in Sotto's own window. */
function HealthMark({ health, model }: { readonly health: HealthState; readonly model: Model }) {
  const words = t(health === 'broken' ? 'composer_healthBroken' : 'composer_healthDegraded');
  return (
    <button
      type="button"
      class="bare health"
      data-health={health}
      aria-label={words}
      title={words}
      onClick={() => model.open('chat')}
    >
      <Icon name="warning" />
    </button>
  );
}
