import { t } from '../../src/platform/i18n';
import { Failure } from '../parts/failure';
import { Mark } from '../parts/icon';
import { Note } from '../parts/note';

/** Stored data that this version cannot read, or a core that does not answer: said plainly, nothing touched. */
export function Unreadable({ failure }: { readonly failure: unknown }) {
  return (
    <main class="start">
      <div class="start-brand">
        <Mark />
        <h1>{t('unreadableTitle')}</h1>
      </div>
      {failure === null ? <Note kind="bad">{t('unreadableText')}</Note> : <Failure of={failure} />}
    </main>
  );
}
