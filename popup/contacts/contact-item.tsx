import { t } from '../../src/platform/i18n';
import type { Contact } from '../../src/protocol/core';
import { useAction } from '../core/use-action';
import { Button } from '../parts/button';
import { Failure } from '../parts/failure';
import { shortFingerprint } from '../parts/fingerprint';
import { ContactWarnings } from './contact-warnings';
import { VerifiedBadge } from './verified-badge';

type Props = {
  readonly contact: Contact;
  readonly onCompare: () => void;
  readonly onRemove: () => Promise<void>;
};

export function ContactItem({ contact, onCompare, onRemove }: Props) {
  const removing = useAction();
  const nameId = `contact-${contact.contact}`;
  return (
    <li class="list-item">
      <div class="row-between">
        <strong id={nameId} class="name">
          {contact.name}
        </strong>
        <VerifiedBadge verified={contact.verified !== null} />
      </div>
      <p class="small soft mono">{shortFingerprint(contact.fingerprint)}</p>
      {contact.chats.length === 0 ? null : (
        <p class="small soft name">{t('contactChats', contact.chats.join(', '))}</p>
      )}
      <ContactWarnings contact={contact} />
      <div class="button-row">
        <Button describedBy={nameId} onPress={onCompare}>
          {t('compare')}
        </Button>
        <Button
          kind="quiet"
          busy={removing.busy}
          describedBy={nameId}
          onPress={() => void removing.run(onRemove)}
        >
          {t('remove')}
        </Button>
      </div>
      <Failure of={removing.failure} />
    </li>
  );
}
