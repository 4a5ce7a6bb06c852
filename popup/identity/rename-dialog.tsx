import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../src/platform/i18n';
import { ask } from '../../src/protocol/ask';
import { useAction } from '../core/use-action';
import { Dialog } from '../parts/dialog';
import { DialogForm } from '../parts/dialog-form';
import { NameField } from '../parts/name-field';
import { useToast } from '../parts/toast';
import type { DialogProps } from './dialog-props';

export function RenameDialog({ identity, onChanged, onClose }: DialogProps) {
  const [name, setName] = useState(identity.name);
  const [missing, setMissing] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const renaming = useAction();
  const toast = useToast();
  useEffect(() => field.current?.select(), []);
  const rename = async () => {
    setMissing(name.trim() === '');
    if (name.trim() === '') return field.current?.focus();
    const done = await renaming.run(async () => {
      await ask('identity.rename', { identity: identity.identity, name });
      await onChanged();
    });
    if (!done) return undefined;
    onClose();
    return toast({ text: t('renamed', name.trim()) });
  };
  return (
    <Dialog title={t('renameTitle')} onClose={onClose}>
      <DialogForm
        submit={t('save')}
        busy={renaming.busy}
        failure={renaming.failure}
        onSubmit={rename}
        onCancel={onClose}
      >
        <NameField value={name} onInput={setName} readOnly={renaming.busy} missing={missing} field={field} />
        <p class="small soft">{t('renameMeans')}</p>
      </DialogForm>
    </Dialog>
  );
}
