/** The small button beside an unencrypted box, and what it opens. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../platform/i18n';
import type { ChatState } from '../../protocol/core';
import type { Seal } from '../../protocol/shapes';
import { GuardedButton } from '../guarded-button';
import { Icon } from '../icons';
import { joinNames, personName } from '../person-name';
import { SealMark } from '../seal-mark';
import { useGuard } from '../use-guard';
import { isUnderway } from './delivery';
import type { Model } from './model';
import { statusOf } from './status';

type Props = { readonly chat: ChatState; readonly model: Model; readonly seal: Seal | null };

export function Pill({ chat, model, seal }: Props) {
  const [open, setOpen] = useState(false);
  const menu = useRef<HTMLElement>(null);
  const { delivery, notice } = model.state();
  const isMenu = open || delivery.kind !== 'ready';
  const active = useGuard(menu, isMenu ? delivery.kind : '');
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setOpen(false);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  if (!isMenu) {
    return (
      <button
        type="button"
        class="pill"
        aria-label={t('composer_pillLabel')}
        aria-expanded={false}
        onClick={() => setOpen(true)}
      >
        <Icon name="unlocked" />
        {t('composer_pill')}
      </button>
    );
  }
  const status = statusOf(chat, delivery, notice);
  return (
    <section ref={menu} class="menu" aria-label={t('composer_menuLabel')}>
      <header>
        <SealMark seal={seal} />
        <h1>{t('composer_menuTitle')}</h1>
        <button type="button" class="bare" aria-label={t('composer_close')} onClick={() => setOpen(false)}>
          <Icon name="cross" />
        </button>
      </header>
      <p>{explanation(chat)}</p>
      {delivery.kind !== 'ready' && (
        <output class="line" data-tone={status.tone}>
          <Icon name={status.icon} />
          <span>{status.text}</span>
        </output>
      )}
      {!isUnderway(delivery) && <Step chat={chat} model={model} active={active} />}
    </section>
  );
}

function explanation(chat: ChatState): string {
  if (!chat.hasIdentity) return t('composer_explainStart');
  if (chat.locked) return t('composer_explainLocked');
  if (chat.members.length === 0) return t('composer_explainInvite');
  return t('composer_explainOn', joinNames(chat.members.map(({ name }) => personName(name))));
}

/** The one next step there is. */
function Step({ chat, model, active }: Omit<Props, 'seal'> & { readonly active: boolean }) {
  const [label, act] = nextStep(chat, model);
  return <GuardedButton kind="strong" active={active} label={label} act={act} />;
}

function nextStep(chat: ChatState, model: Model): readonly [label: string, act: () => void] {
  if (!chat.hasIdentity) return [t('composer_setUp'), () => model.open('start')];
  if (chat.locked) return [t('composer_unlock'), () => model.open('unlock')];
  if (chat.members.length === 0) return [t('composer_start'), () => void model.invite()];
  return [t('composer_turnOn'), () => void model.turnOn()];
}
