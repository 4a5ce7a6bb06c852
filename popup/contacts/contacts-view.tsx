import { useState } from 'preact/hooks';
import { t } from '../../src/platform/i18n';
import { ask } from '../../src/protocol/ask';
import type { Contact } from '../../src/protocol/core';
import type { Surface } from '../core/surface';
import { useCore } from '../core/use-core';
import { Failure } from '../parts/failure';
import { useToast } from '../parts/toast';
import { CompareDialog } from './compare-dialog';
import { ContactItem } from './contact-item';
import { ImportCertificate } from './import-certificate';

/** Everybody whose certificate Sotto has, and the way to add one. */
export function ContactsView({ surface }: { readonly surface: Surface }) {
  const contacts = useCore('contacts.list');
  const [comparing, setComparing] = useState<string | null>(null);
  const toast = useToast();

  const remove = async ({ contact, name }: Contact) => {
    await ask('contacts.remove', { contact });
    await contacts.reload();
    toast({
      text: t('contactRemoved', name),
      undo: async () => {
        await ask('contacts.restore', { contact });
        await contacts.reload();
      },
    });
  };

  const compared = contacts.data?.find(({ contact }) => contact === comparing);
  return (
    <div class="stack">
      <Failure of={contacts.failure} />
      {contacts.data?.length === 0 ? <p class="soft">{t('contactsNone')}</p> : null}
      {contacts.data === undefined || contacts.data.length === 0 ? null : (
        <ul class="list" aria-label={t('viewContacts')}>
          {contacts.data.map((contact) => (
            <ContactItem
              key={contact.contact}
              contact={contact}
              onCompare={() => setComparing(contact.contact)}
              onRemove={() => remove(contact)}
            />
          ))}
        </ul>
      )}
      <ImportCertificate surface={surface} onAdded={contacts.reload} />
      {compared === undefined ? null : (
        <CompareDialog
          surface={surface}
          person={{ ...compared, isVerified: compared.verified !== null, verifiedAt: compared.verified }}
          onChanged={contacts.reload}
          onClose={() => setComparing(null)}
        />
      )}
    </div>
  );
}
