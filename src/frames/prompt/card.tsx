/** What the card says, and its buttons. */
import { t } from '../../platform/i18n';
import type { ReplyBody } from '../../protocol/core';
import type { ContactReading } from '../../protocol/reading';
import type { Seal } from '../../protocol/shapes';
import { failureSentence, type Failure } from '../failure';
import { Fingerprint } from '../fingerprint-groups';
import { Icon } from '../icons';
import { personName } from '../person-name';
import { SealMark } from '../seal-mark';
import { GuardedButton } from '../guarded-button';
import type { Phase, PromptModel } from './model';

type Props = {
  readonly card: ReplyBody<'prompt.look'> | null;
  readonly phase: Phase;
  readonly model: PromptModel;
  readonly seal: Seal | null;
  readonly active: boolean;
};

export function Card({ card, phase, model, seal, active }: Props) {
  const contact = card?.reading.kind === 'contact' ? card.reading : null;
  const changed = contact !== null && isChanged(contact);
  return (
    <section class="card" data-tone={changed ? 'bad' : 'calm'} aria-label={t('prompt_label')}>
      <header>
        <SealMark seal={seal} />
        <h1>{title(contact)}</h1>
      </header>
      {contact && <Facts contact={contact} previous={card?.previous ?? null} />}
      <output class="progress">{progressText(phase)}</output>
      <Failed phase={phase} model={model} active={active} />
      {phase.kind === 'asking' && contact && <Choices contact={contact} model={model} active={active} />}
    </section>
  );
}

/** Its certificate would come in the place of one that is pinned. */
function isChanged({ status }: ContactReading): boolean {
  return status === 'changed' || status === 'second';
}

function title(contact: ContactReading | null): string {
  if (!contact) return t('prompt_titleUnread');
  const name = personName(contact.name);
  if (contact.status === 'changed') return t('prompt_titleChanged', name);
  if (contact.status === 'second') return t('prompt_titleSecond', name);
  if (contact.status === 'decide') return t('prompt_title', name);
  return contact.status === 'locked' ? t('prompt_titleLocked') : t('prompt_titleOther', name);
}

function Facts({
  contact,
  previous,
}: {
  readonly contact: ContactReading;
  readonly previous: string | null;
}) {
  const { status, fingerprint } = contact;
  const name = personName(contact.name);
  const changed = isChanged(contact);
  if (status !== 'decide' && !changed) return null;
  return (
    <>
      {changed && <p>{t(status === 'second' ? 'prompt_secondMeans' : 'prompt_changedMeans', name)}</p>}
      <dl>
        {changed && previous && (
          <>
            <dt>{t('prompt_before')}</dt>
            <dd>
              <Fingerprint fingerprint={previous} />
            </dd>
          </>
        )}
        {fingerprint && (
          <>
            <dt>{changed ? t('prompt_now') : t('prompt_fingerprint', name)}</dt>
            <dd>
              <Fingerprint fingerprint={fingerprint} />
            </dd>
          </>
        )}
      </dl>
      {!changed && (
        <p class="note">
          <Icon name="question" />
          <span>{t('prompt_compareLater', name)}</span>
        </p>
      )}
    </>
  );
}

function progressText(phase: Phase): string {
  if (phase.kind === 'accepting') return t('prompt_accepting');
  if (phase.kind === 'answering') return t('prompt_answering');
  return phase.kind === 'done' ? t('prompt_done') : '';
}

function Failed({ phase, model, active }: Pick<Props, 'phase' | 'model' | 'active'>) {
  if (phase.kind !== 'failed' && phase.kind !== 'unanswered') return null;
  return (
    <>
      <p class="failure" role="alert">
        <Icon name="warning" />
        <span>
          {phase.kind === 'unanswered' && `${t('prompt_unanswered')} `}
          {failureSentence(phase.failure)}
        </span>
      </p>
      <div class="buttons">
        <Remedy failure={phase.failure} model={model} active={active} />
      </div>
    </>
  );
}

function Remedy({ failure, model, active }: { failure: Failure } & Pick<Props, 'model' | 'active'>) {
  if (failure.code === 'no_identity') {
    return (
      <GuardedButton
        kind="strong"
        active={active}
        label={t('composer_setUp')}
        act={() => model.open('start')}
      />
    );
  }
  if (failure.code === 'locked') {
    return (
      <GuardedButton
        kind="strong"
        active={active}
        label={t('composer_unlock')}
        act={() => model.open('unlock')}
      />
    );
  }
  return <GuardedButton kind="plain" active={active} label={t('composer_retry')} act={model.retry} />;
}

function Choices({ contact, model, active }: { contact: ContactReading } & Pick<Props, 'model' | 'active'>) {
  const accept = () => void model.accept();
  const decline = () => void model.decline();
  if (contact.status === 'decide') {
    return (
      <div class="buttons">
        <GuardedButton kind="strong" active={active} label={t('prompt_accept')} act={accept} />
        <GuardedButton kind="plain" active={active} label={t('prompt_notNow')} act={decline} />
      </div>
    );
  }
  if (isChanged(contact)) {
    return (
      <div class="buttons">
        <GuardedButton
          kind="strong"
          active={active}
          label={t('prompt_compare')}
          act={() => model.open('chat')}
        />
        <GuardedButton kind="plain" active={active} label={t('prompt_keepBlocking')} act={decline} />
        <GuardedButton kind="plain" active={active} label={t('prompt_acceptNew')} act={accept} />
      </div>
    );
  }
  if (contact.status !== 'locked') return null;
  return (
    <div class="buttons">
      <GuardedButton
        kind="strong"
        active={active}
        label={t('composer_unlock')}
        act={() => model.open('unlock')}
      />
    </div>
  );
}
