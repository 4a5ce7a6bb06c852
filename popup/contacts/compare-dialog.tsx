import { useState } from 'preact/hooks';
import { t } from '../../src/platform/i18n';
import { ask } from '../../src/protocol/ask';
import { dateText } from '../core/date-text';
import type { Surface } from '../core/surface';
import { useAction } from '../core/use-action';
import { Button } from '../parts/button';
import { Dialog } from '../parts/dialog';
import { Failure } from '../parts/failure';
import { Fingerprint } from '../parts/fingerprint';
import { useToast } from '../parts/toast';
import { SafetyNumber } from './safety-number';
import { VerifiedBadge } from './verified-badge';

type Person = {
  readonly contact: string;
  readonly name: string;
  readonly fingerprint: string;
  readonly isVerified: boolean;
  /** When they were compared, where that is known. */
  readonly verifiedAt?: number | null;
  /** Fingerprint of the identity of one's own that they know. */
  readonly own: string | null;
};
type Props = {
  readonly surface: Surface;
  readonly person: Person;
  readonly onChanged: () => Promise<void>;
  readonly onClose: () => void;
};

/** What both have, to be compared over another channel, and the person's own word on it. */
export function CompareDialog({ surface, person, onChanged, onClose }: Props) {
  const { contact, name, fingerprint, isVerified, verifiedAt = null, own } = person;
  const [isShown, setShown] = useState(own === null);
  const marking = useAction();
  const toast = useToast();
  const mark = async (verified: boolean, words?: string) => {
    const done = await marking.run(async () => {
      await ask('contacts.verify', { contact, verified });
      await onChanged();
    });
    if (!done || !verified) return;
    onClose();
    if (words !== undefined) toast({ text: words });
  };
  return (
    <Dialog title={t('compareTitle', name)} onClose={onClose}>
      <p>{t(own === null ? 'compareHow' : 'safetyHow', name)}</p>
      {own === null ? null : (
        <SafetyNumber
          surface={surface}
          contact={contact}
          name={name}
          own={own}
          onShown={() => setShown(true)}
          onMatch={() => void mark(true, t('safetyMatches', name))}
        />
      )}
      <details open={own === null}>
        <summary>{t('safetyFingerprints')}</summary>
        <div class="stack">
          <p class="small soft">{t('safetyFingerprintsHint')}</p>
          <Fingerprint label={t('fingerprintOf', name)} value={fingerprint} />
          {own === null ? null : <Fingerprint label={t('yourFingerprint')} value={own} />}
        </div>
      </details>
      <div class="row-between">
        <VerifiedBadge verified={isVerified} />
        {isVerified && verifiedAt !== null ? (
          <span class="small soft">{t('verifiedOn', dateText(verifiedAt))}</span>
        ) : null}
      </div>
      <p class="small soft">{t('compareDiffer')}</p>
      <div class="button-row">
        {isVerified ? (
          <Button busy={marking.busy} onPress={() => void mark(false)}>
            {t('takeBack')}
          </Button>
        ) : (
          <Button kind="main" busy={marking.busy} unavailable={!isShown} onPress={() => void mark(true)}>
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
