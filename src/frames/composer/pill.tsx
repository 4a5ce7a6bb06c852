/** The small button beside an unencrypted box: one click starts encryption, and a card says how that goes. */
import { t } from '../../platform/i18n';
import type { ChatState } from '../../protocol/core';
import type { Seal } from '../../protocol/shapes';
import { Icon } from '../icons';
import { joinNames, personName } from '../person-name';
import { SealMark } from '../seal-mark';
import { isUnderway } from './delivery';
import type { Model } from './model';
import { statusOf } from './status';

type Props = { readonly chat: ChatState; readonly model: Model; readonly seal: Seal | null };

export function Pill({ chat, model, seal }: Props) {
  const { delivery, notice } = model.state();
  const [label, act] = nextStep(chat, model);
  if (delivery.kind === 'ready' && notice === 'none') {
    // One click is the whole step: what it does is said before it, not after.
    return (
      <button
        type="button"
        class="pill"
        title={explanation(chat)}
        onClick={(event) => event.isTrusted && act()}
      >
        <Icon name="unlocked" />
        {label}
      </button>
    );
  }
  const status = statusOf(chat, delivery, notice);
  return (
    <section class="menu" aria-label={t('composer_menuLabel')}>
      <header>
        <SealMark seal={seal} />
        <h1>{t('composer_menuTitle')}</h1>
      </header>
      <output class="line" data-tone={status.tone}>
        <Icon name={status.icon} />
        <span>{status.text}</span>
      </output>
      {!isUnderway(delivery) && (
        <button type="button" class="strong" onClick={(event) => event.isTrusted && act()}>
          {label}
        </button>
      )}
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
function nextStep(chat: ChatState, model: Model): readonly [label: string, act: () => void] {
  if (!chat.hasIdentity) return [t('composer_setUp'), () => model.open('start')];
  if (chat.locked) return [t('composer_unlock'), () => model.open('unlock')];
  if (chat.members.length === 0) return [t('composer_start'), () => void model.invite()];
  return [t('composer_turnOn'), () => void model.turnOn()];
}
