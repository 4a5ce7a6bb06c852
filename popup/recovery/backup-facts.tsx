import { t } from '../../src/platform/i18n';
import type { BackupView } from '../../src/protocol/core';
import { dateText } from '../core/date-text';
import { Fingerprint } from '../parts/fingerprint';
import { Note } from '../parts/note';

const words = {
  identity: 'differsIdentity',
  contact: 'differsContact',
  chat: 'differsChat',
} as const;

const listText = (names: readonly string[]) => new Intl.ListFormat(undefined).format(names);

/** What is in a backup and, beside what is here, what would come in and what stays as it is. */
export function BackupFacts({ view, isBeside }: { readonly view: BackupView; readonly isBeside: boolean }) {
  const { made, identities, contacts, chats, compared, differences } = view;
  const count = ({ all, fresh }: BackupView['chats'], one: 'backupContacts' | 'backupChats') =>
    isBeside ? t(`${one}${fresh === 0 ? 'Here' : 'Fresh'}`, `${all}`, `${fresh}`) : t(one, `${all}`);
  return (
    <div class="stack">
      <p>{t('backupMade', dateText(made))}</p>
      <ul class="list plain-list">
        {identities.map(({ name, fingerprint, known }) => (
          <li key={fingerprint} class="list-item">
            <strong class="name">{name}</strong>
            <Fingerprint label={t('fingerprintOf', name)} value={fingerprint} />
            {known ? <p class="small soft">{t('backupKnown')}</p> : null}
          </li>
        ))}
        <li class="list-item tight">
          <span>{count(contacts, 'backupContacts')}</span>
          {contacts.names.length === 0 ? null : (
            <span class="small soft name">{listText(contacts.names)}</span>
          )}
        </li>
        <li class="list-item tight">{count(chats, 'backupChats')}</li>
      </ul>
      {compared.length === 0 ? null : <p>{t('backupCompared', listText(compared))}</p>}
      {differences.length === 0 ? null : (
        <Note kind="warn">
          <p>{t('differsTitle')}</p>
          <ul>
            {differences.map(({ kind, name }) => (
              <li key={`${kind} ${name}`}>{t(words[kind], name)}</li>
            ))}
          </ul>
        </Note>
      )}
    </div>
  );
}
