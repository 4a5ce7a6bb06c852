import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { t } from '../../src/platform/i18n';
import { ask } from '../../src/protocol/ask';
import { keyFileName, saveFile } from '../core/save-file';
import { useAction } from '../core/use-action';
import { Dialog } from '../parts/dialog';
import { DialogForm } from '../parts/dialog-form';
import { NewPassphrase, isLongEnough } from '../parts/new-passphrase';
import { Note } from '../parts/note';
import { PassphraseField } from '../parts/passphrase-field';
import { useToast } from '../parts/toast';
import type { DialogProps } from './dialog-props';

type Form = 'everywhere' | 'newest';

export function ExportDialog({ identity, onClose }: DialogProps) {
  const [current, setCurrent] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [form, setForm] = useState<Form>(identity.version === 6 ? 'newest' : 'everywhere');
  const [missing, setMissing] = useState(false);
  const saving = useAction();
  const toast = useToast();
  const id = useId();
  const currentField = useRef<HTMLInputElement>(null);
  const newField = useRef<HTMLInputElement>(null);
  useEffect(() => currentField.current?.focus(), []);
  const save = async () => {
    if (current === '') return currentField.current?.focus();
    setMissing(!isLongEnough(passphrase));
    if (!isLongEnough(passphrase)) return newField.current?.focus();
    const done = await saving.run(async () => {
      const request = { identity: identity.identity, current, passphrase, form };
      const { armored } = await ask('identity.export', request);
      saveFile(keyFileName(identity.name, '-secret.asc'), armored);
    });
    if (!done) return undefined;
    onClose();
    return toast({ text: t('exported') });
  };
  return (
    <Dialog title={t('exportTitle')} onClose={onClose}>
      <DialogForm
        submit={t('saveFile')}
        busy={saving.busy}
        failure={saving.failure}
        onSubmit={save}
        onCancel={onClose}
      >
        <Note kind="warn">{t('exportMeans')}</Note>
        <PassphraseField
          label={t('passphraseOfSotto')}
          value={current}
          onInput={setCurrent}
          purpose="current"
          readOnly={saving.busy}
          field={currentField}
        />
        <NewPassphrase
          label={t('passphraseOfFile')}
          value={passphrase}
          onInput={setPassphrase}
          readOnly={saving.busy}
          missing={missing}
          about={[identity.name, 'sotto']}
          field={newField}
        />
        {identity.version === 6 ? null : (
          <fieldset class="choices">
            <legend>{t('exportFor')}</legend>
            {(['everywhere', 'newest'] as const).map((choice) => (
              <label key={choice} class="choice">
                <input
                  type="radio"
                  name={`${id}form`}
                  checked={form === choice}
                  onChange={() => setForm(choice)}
                />
                <span>{choice === 'everywhere' ? t('exportEverywhere') : t('exportNewest')}</span>
              </label>
            ))}
          </fieldset>
        )}
      </DialogForm>
    </Dialog>
  );
}
