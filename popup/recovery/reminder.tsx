import { t } from '../../src/platform/i18n';
import { useCore } from '../core/use-core';
import { Button } from '../parts/button';
import { Note } from '../parts/note';

/** Said on every view until it is done: what is lost with this device is lost for good. */
export function Reminder({ onGo }: { readonly onGo: () => void }) {
  const { data } = useCore('recovery.look');
  const { data: contacts = [] } = useCore('contacts.list');
  // Whoever has written to nobody yet has little to lose.
  if (data === undefined || contacts.length === 0 || (data.checked !== null && data.saved !== null))
    return null;
  return (
    <Note kind="warn">
      <div class="row-between">
        <span>{t(data.checked === null ? 'remindSheet' : 'remindBackup')}</span>
        <Button onPress={onGo}>{t('remindGo')}</Button>
      </div>
    </Note>
  );
}
