import { t } from '../../src/platform/i18n';
import type { Contact } from '../../src/protocol/core';
import { dateText } from '../core/date-text';
import { warningText } from '../core/error-text';
import { Note } from '../parts/note';

/** What the core found against this certificate, and its end when it has one. */
export function ContactWarnings({ contact }: { readonly contact: Contact }) {
  return (
    <>
      {contact.expires === null ? null : (
        <p class="small soft">{t('contactExpires', dateText(contact.expires))}</p>
      )}
      {contact.warnings.map((warning) => (
        <Note key={warning} kind="warn">
          {warningText(warning)}
        </Note>
      ))}
    </>
  );
}
