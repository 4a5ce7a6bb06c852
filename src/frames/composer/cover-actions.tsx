/** The small buttons under the box: the step that fits the moment, and the way out of encryption. */
import { t } from '../../platform/i18n';
import type { ChatState } from '../../protocol/core';
import { Icon } from '../icons';
import { isUnderway, type Delivery } from './delivery';
import type { Model } from './model';

type Props = {
  readonly chat: ChatState;
  readonly delivery: Delivery;
  readonly model: Model;
  readonly more: boolean;
  readonly onMore: () => void;
};

type Action = { readonly label: string; readonly act: () => void };

export function CoverActions({ chat, delivery, model, more, onMore }: Props) {
  const busy = isUnderway(delivery);
  const actions = busy ? [] : [...nextSteps(chat, delivery, model), ...(more ? waysOut(chat, model) : [])];
  return (
    <>
      {actions.map(({ label, act }) => (
        <button key={label} type="button" class="link" onClick={(event) => event.isTrusted && act()}>
          {label}
        </button>
      ))}
      <button
        type="button"
        class="bare"
        aria-label={t('composer_more')}
        title={t('composer_more')}
        aria-expanded={more}
        onClick={onMore}
      >
        <Icon name={more ? 'cross' : 'more'} />
      </button>
    </>
  );
}

function nextSteps(chat: ChatState, delivery: Delivery, model: Model): Action[] {
  if (delivery.kind === 'failed') {
    const { code } = delivery.failure;
    if (code === 'locked') return [{ label: t('composer_unlock'), act: () => model.open('unlock') }];
    if (code === 'no_identity') return [{ label: t('composer_setUp'), act: () => model.open('start') }];
    if (code === 'changed_key' || code === 'certificate_unusable' || code === 'no_members') {
      return [{ label: t('composer_openChat'), act: () => model.open('chat') }];
    }
    return [{ label: t('composer_retry'), act: model.retry }];
  }
  if (chat.locked) return [];
  if (chat.mode === 'blocked') return [{ label: t('composer_decide'), act: () => model.open('chat') }];
  if (chat.mode === 'inviting') return [{ label: t('composer_turnOff'), act: () => void model.turnOff() }];
  if (chat.members.some(({ verified }) => !verified)) {
    return [{ label: t('composer_compare'), act: () => model.open('chat') }];
  }
  return [];
}

function waysOut(chat: ChatState, model: Model): Action[] {
  const about = { label: t('composer_openChat'), act: () => model.open('chat') };
  if (chat.mode === 'inviting')
    return [{ label: t('composer_inviteAgain'), act: () => void model.invite() }, about];
  return [{ label: t('composer_turnOff'), act: () => void model.turnOff() }, about];
}
