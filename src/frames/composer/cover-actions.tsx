/** The small buttons under the box: the step that fits the moment, and the way out of encryption. */
import { t } from '../../platform/i18n';
import type { ChatState } from '../../protocol/core';
import type { ErrorCode } from '../../protocol/errors';
import { GuardedButton } from '../guarded-button';
import { Icon } from '../icons';
import { seesCovers } from '../visibility';
import { isUnderway, type Delivery } from './delivery';
import type { Model } from './model';
import { Question } from './question';

/** What is open under the box: nothing, all that can be done, or the question before encryption goes off. */
export type Step = 'none' | 'more' | 'turn-off';

type Props = {
  readonly chat: ChatState;
  readonly delivery: Delivery;
  readonly model: Model;
  readonly step: Step;
  readonly onStep: (step: Step) => void;
  /** Whether what a page could gain from by a stolen click may be clicked now. */
  readonly active: boolean;
};

type Action = { readonly label: string; readonly act: () => void };

export function CoverActions({ chat, delivery, model, step, onStep, active }: Props) {
  const turnOff = {
    label: t('composer_turnOff'),
    // Without knowing what lies over the frame, the question is asked where no page can reach.
    act: () => (seesCovers ? onStep('turn-off') : model.open('chat')),
  };
  const more = step !== 'none';
  const next = isUnderway(delivery) ? [] : nextSteps(chat, delivery, model, turnOff);
  const ways = isUnderway(delivery) || !more ? [] : waysOut(chat, model, turnOff);
  if (step === 'turn-off' && next.length + ways.length > 0) {
    return <TurnOff model={model} onStep={onStep} active={active} />;
  }
  const button = ({ label, act }: Action) => (
    <GuardedButton key={label} kind="link" active={active || act !== turnOff.act} label={label} act={act} />
  );
  return (
    <>
      {next.map(button)}
      <button
        type="button"
        class="bare more"
        aria-label={t('composer_more')}
        title={t('composer_more')}
        aria-expanded={more}
        onClick={() => onStep(more ? 'none' : 'more')}
      >
        <Icon name={more ? 'cross' : 'more'} />
      </button>
      {ways.length > 0 && <div class="ways-out">{ways.map(button)}</div>}
    </>
  );
}

function TurnOff({ model, onStep, active }: Pick<Props, 'model' | 'onStep' | 'active'>) {
  const turnOff = () => {
    onStep('none');
    void model.turnOff();
  };
  return (
    <Question words={t('composer_turnOffAsk')} takesFocus>
      <GuardedButton kind="link" active={active} label={t('composer_turnOffYes')} act={turnOff} />
      <GuardedButton kind="link" active label={t('composer_turnOffNo')} act={() => onStep('none')} />
    </Question>
  );
}

/** What a person can only decide in Sotto's own window. */
const decidedInPopup: ReadonlySet<string> = new Set([
  'changed_key',
  'certificate_unusable',
  'no_members',
  'identity_deleted',
  'identity_revoked',
  'identity_expired',
] satisfies ErrorCode[]);

function nextSteps(chat: ChatState, delivery: Delivery, model: Model, turnOff: Action): Action[] {
  if (delivery.kind === 'failed') {
    const { code } = delivery.failure;
    if (code === 'locked') return [{ label: t('composer_unlock'), act: () => model.open('unlock') }];
    if (code === 'no_identity') return [{ label: t('composer_setUp'), act: () => model.open('start') }];
    if (decidedInPopup.has(code)) {
      return [{ label: t('composer_openChat'), act: () => model.open('chat') }];
    }
    const retry = { label: t('composer_retry'), act: model.retry };
    return model.byHand.canCopy() ? [{ label: t('composer_copy'), act: model.byHand.copy }, retry] : [retry];
  }
  if (delivery.kind === 'copied') {
    const { part, total } = delivery;
    const next = { label: t('composer_copyPart', String(part + 1), String(total)), act: model.byHand.copy };
    const done = { label: t('composer_sentByHand'), act: model.byHand.sentByHand };
    return [part < total ? next : done, { label: t('composer_stopCopying'), act: model.byHand.stopCopying }];
  }
  if (chat.locked) return [];
  if (chat.mode === 'blocked' || chat.identity?.problem)
    return [{ label: t('composer_decide'), act: () => model.open('chat') }];
  if (chat.mode === 'inviting') return [turnOff];
  if (chat.members.some(({ verified }) => !verified)) {
    return [{ label: t('composer_compare'), act: () => model.open('chat') }];
  }
  return [];
}

function waysOut(chat: ChatState, model: Model, turnOff: Action): Action[] {
  const about = { label: t('composer_openChat'), act: () => model.open('chat') };
  if (chat.mode === 'inviting')
    return [{ label: t('composer_inviteAgain'), act: () => void model.invite() }, about];
  return [turnOff, about];
}
