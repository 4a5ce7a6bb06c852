import { t } from '../../src/platform/i18n';
import { ask } from '../../src/protocol/ask';
import { useAction } from '../core/use-action';
import { Button } from '../parts/button';
import { Dialog } from '../parts/dialog';
import { Failure } from '../parts/failure';
import { Fingerprint } from '../parts/fingerprint';
import { VerifiedBadge } from './verified-badge';

type Person = {
  readonly contact: string;
  readonly name: string;
  readonly fingerprint: string;
  readonly isVerified: boolean;
  /** Fingerprint of the identity of one's own that they know. */
  readonly own: string | null;
};
type Props = {
  readonly person: Person;
  readonly onChanged: () => Promise<void>;
  readonly onClose: () => void;
};

/** Both fingerprints, to be read to each other over another channel, and the person's own word on it. */
export function CompareDialog({ person, onChanged, onClose }: Props) {
  const marking = useAction();
  const mark = async (verified: boolean) => {
    const done = await marking.run(async () => {
      await ask('contacts.verify', { contact: person.contact, verified });
      await onChanged();
    });
    if (done && verified) onClose();
  };
  return (
    <Dialog title={t('compareTitle', person.name)} onClose={onClose}>
      <p>{t('compareHow', person.name)}</p>
      <Fingerprint label={t('fingerprintOf', person.name)} value={person.fingerprint} />
      {person.own === null ? null : <Fingerprint label={t('yourFingerprint')} value={person.own} />}
      <VerifiedBadge verified={person.isVerified} />
      <p class="small soft">{t('compareDiffer')}</p>
      <div class="button-row">
        {person.isVerified ? (
          <Button busy={marking.busy} onPress={() => void mark(false)}>
            {t('takeBack')}
          </Button>
        ) : (
          <Button kind="main" busy={marking.busy} onPress={() => void mark(true)}>
            {t('theyMatch')}
          </Button>
        )}
        <Button kind="quiet" onPress={onClose}>
          {t('close')}
        </Button>
      </div>
      <Failure of={marking.failure} />
    </Dialog>
  );
}
