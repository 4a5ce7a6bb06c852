import { useRef, useState } from 'preact/hooks';
import { t } from '../../src/platform/i18n';
import { ask } from '../../src/protocol/ask';
import { useAction } from '../core/use-action';
import { Button } from '../parts/button';
import { Dialog } from '../parts/dialog';
import { DialogForm } from '../parts/dialog-form';
import { NewPassphrase, isLongEnough } from '../parts/new-passphrase';
import { Note } from '../parts/note';
import { PassphraseField } from '../parts/passphrase-field';
import { useToast } from '../parts/toast';

/** The one passphrase, which opens all identities here. */
export function ChangePassphrase() {
  const [open, setOpen] = useState(false);
  return (
    <section class="card stack" aria-labelledby="passphrase-title">
      <h2 id="passphrase-title">{t('yourPassphrase')}</h2>
      <p class="small soft">{t('passphrasePurpose')}</p>
      <div>
        <Button onPress={() => setOpen(true)}>{t('changePassphrase')}</Button>
      </div>
      {open ? <ChangeDialog onClose={() => setOpen(false)} /> : null}
    </section>
  );
}

function ChangeDialog({ onClose }: { readonly onClose: () => void }) {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [missing, setMissing] = useState(false);
  const changing = useAction();
  const toast = useToast();
  const currentField = useRef<HTMLInputElement>(null);
  const nextField = useRef<HTMLInputElement>(null);
  const change = async () => {
    if (current === '') return currentField.current?.focus();
    setMissing(!isLongEnough(next));
    if (!isLongEnough(next)) return nextField.current?.focus();
    const done = await changing.run(async () => {
      await ask('vault.changePassphrase', { current, next });
    });
    if (!done) return currentField.current?.select();
    onClose();
    return toast({ text: t('passphraseChanged') });
  };
  return (
    <Dialog title={t('changePassphrase')} onClose={onClose}>
      <DialogForm
        submit={t('changeIt')}
        busy={changing.busy}
        failure={changing.failure}
        onSubmit={change}
        onCancel={onClose}
      >
        <PassphraseField
          label={t('passphraseNow')}
          value={current}
          onInput={setCurrent}
          purpose="current"
          readOnly={changing.busy}
          field={currentField}
        />
        <NewPassphrase
          label={t('passphraseNew')}
          value={next}
          onInput={setNext}
          readOnly={changing.busy}
          missing={missing}
          about={['sotto']}
          field={nextField}
        />
        <Note kind="warn">{t('passphraseWarning')}</Note>
      </DialogForm>
    </Dialog>
  );
}
