import { t } from '../../src/platform/i18n';
import { ask } from '../../src/protocol/ask';
import { useAction } from '../core/use-action';
import { Dialog } from '../parts/dialog';
import { DialogForm } from '../parts/dialog-form';
import { Note } from '../parts/note';
import { useToast } from '../parts/toast';
import type { DialogProps } from './dialog-props';

export function DeleteDialog({ identity, onChanged, onClose }: DialogProps) {
  const deleting = useAction();
  const toast = useToast();
  const { chats } = identity;
  const remove = async () => {
    const done = await deleting.run(async () => {
      await ask('identity.remove', { identity: identity.identity });
    });
    if (!done) return;
    onClose();
    await onChanged();
    toast({
      text: t('identityDeleted', identity.name),
      undo: async () => {
        await ask('identity.restore', { identity: identity.identity });
        await onChanged();
      },
    });
  };
  return (
    <Dialog title={t('deleteAsk', identity.name)} onClose={onClose}>
      <DialogForm
        submit={t('deleteNow')}
        kind="danger"
        busy={deleting.busy}
        failure={deleting.failure}
        onSubmit={remove}
        onCancel={onClose}
      >
        <Note kind="warn">{t('deleteMeans')}</Note>
        {chats.length === 0 ? null : <p class="small name">{t('deleteChats', chats.join(', '))}</p>}
        <p class="small soft">{t('deleteAdvice')}</p>
      </DialogForm>
    </Dialog>
  );
}
