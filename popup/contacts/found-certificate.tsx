import { t } from '../../src/platform/i18n';
import { ask } from '../../src/protocol/ask';
import type { ReplyBody } from '../../src/protocol/core';
import { SottoError } from '../../src/protocol/errors';
import { dateText } from '../core/date-text';
import { errorText } from '../core/error-text';
import { useAction } from '../core/use-action';
import { useCore } from '../core/use-core';
import { Button } from '../parts/button';
import { Failure } from '../parts/failure';
import { Fingerprint } from '../parts/fingerprint';
import { Note } from '../parts/note';
import { ContactWarnings } from './contact-warnings';

type Props = {
  readonly found: ReplyBody<'contacts.inspect'>[number];
  readonly onAdded: () => Promise<void>;
};

/** A certificate that was looked at and not kept yet. The name in it is a claim until the fingerprint is compared. */
export function FoundCertificate({ found, onAdded }: Props) {
  const { contact, armored, known } = found;
  const me = useCore('identity.look');
  const adding = useAction();
  const add = () =>
    adding.run(async () => {
      await ask('contacts.add', { armored });
      await onAdded();
    });
  const isOwn = me.data?.fingerprint === contact.fingerprint;
  const obstacle = isOwn ? errorText(new SottoError('own_certificate')) : known ? t('foundKnown') : null;
  return (
    <div class="found stack">
      <div>
        <strong class="name">{contact.name}</strong>
        <p class="small soft">{t('foundFacts', contact.algorithm, dateText(contact.created))}</p>
      </div>
      <Fingerprint value={contact.fingerprint} />
      <ContactWarnings contact={contact} />
      {obstacle !== null ? (
        <Note kind="plain">{obstacle}</Note>
      ) : (
        <>
          <p class="small soft">{t('foundAdvice', contact.name)}</p>
          <Button kind="main" icon="plus" busy={adding.busy} onPress={() => void add()}>
            {t('addContact')}
          </Button>
        </>
      )}
      <Failure of={adding.failure} />
    </div>
  );
}
