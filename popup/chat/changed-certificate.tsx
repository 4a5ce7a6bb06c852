import { t } from '../../src/platform/i18n';
import { ask } from '../../src/protocol/ask';
import type { Member } from '../../src/protocol/core';
import type { ConversationKey } from '../../src/protocol/shapes';
import { useAction } from '../core/use-action';
import { Button } from '../parts/button';
import { Failure } from '../parts/failure';
import { Fingerprint } from '../parts/fingerprint';
import { Icon } from '../parts/icon';

type Props = {
  readonly member: Member;
  readonly offered: NonNullable<Member['offered']>;
  readonly conversation: ConversationKey;
  readonly onDecided: () => Promise<void>;
};

/** The loudest thing in Sotto: a member shows another certificate, and nothing is sent until a person decides. */
export function ChangedCertificate({ member, offered, conversation, onDecided }: Props) {
  const deciding = useAction();
  const decide = (accept: boolean) =>
    deciding.run(async () => {
      await ask('chat.decideChange', {
        conversation,
        contact: member.contact,
        offered: offered.pin,
        accept,
      });
      await onDecided();
    });
  return (
    <section class="alarm" role="alert" aria-labelledby={`changed-${member.contact}`}>
      <h3 id={`changed-${member.contact}`}>
        <Icon name="alert" />
        <span>{t('changedTitle', member.name)}</span>
      </h3>
      <p>{t('changedText')}</p>
      <Fingerprint label={t('changedBefore')} value={member.fingerprint} />
      <Fingerprint label={t('changedNow')} value={offered.fingerprint} />
      <p>{t('changedAdvice', member.name)}</p>
      <div class="button-row">
        <Button kind="main" busy={deciding.busy} onPress={() => void decide(false)}>
          {t('changedKeep')}
        </Button>
        <Button kind="danger" busy={deciding.busy} onPress={() => void decide(true)}>
          {t('changedAccept')}
        </Button>
      </div>
      <Failure of={deciding.failure} />
    </section>
  );
}
