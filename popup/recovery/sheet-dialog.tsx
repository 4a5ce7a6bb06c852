import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../src/platform/i18n';
import { ask } from '../../src/protocol/ask';
import { useAction } from '../core/use-action';
import { Button } from '../parts/button';
import { Dialog } from '../parts/dialog';
import { DialogForm } from '../parts/dialog-form';
import { Note } from '../parts/note';
import { PassphraseField } from '../parts/passphrase-field';
import { useToast } from '../parts/toast';
import { CheckWords } from './check-words';
import { Sheet } from './sheet';

type Props = {
  /** Other words: the sheet until now opens no later backup. */
  readonly renew: boolean;
  readonly onClose: () => void;
};

/** From the passphrase over the words to the check that they were written down. */
export function SheetDialog({ renew, onClose }: Props) {
  const [words, setWords] = useState<readonly string[] | null>(null);
  const [checks, setChecks] = useState(false);
  const toast = useToast();
  const onRight = () => {
    onClose();
    toast({ text: t('sheetChecked') });
  };
  return (
    <Dialog title={t(renew && words === null ? 'sheetRenew' : 'sheetTitle')} onClose={onClose}>
      {words === null ? (
        <AskPassphrase renew={renew} onWords={setWords} onCancel={onClose} />
      ) : checks ? (
        <CheckWords onRight={onRight} onBack={() => setChecks(false)} />
      ) : (
        <div class="stack">
          <Note kind="warn">{t('sheetMeans')}</Note>
          <Sheet words={words} />
          <div class="button-row">
            <Button kind="main" onPress={() => setChecks(true)}>
              {t('sheetWritten')}
            </Button>
            <Button icon="print" onPress={() => window.print()}>
              {t('print')}
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}

type AskProps = {
  readonly renew: boolean;
  readonly onWords: (words: readonly string[]) => void;
  readonly onCancel: () => void;
};

function AskPassphrase({ renew, onWords, onCancel }: AskProps) {
  const [current, setCurrent] = useState('');
  const asking = useAction();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const show = async () => {
    if (current === '') return field.current?.focus();
    const done = await asking.run(async () => {
      onWords((await ask('recovery.words', { current, renew })).words);
    });
    return done ? undefined : field.current?.select();
  };
  return (
    <DialogForm
      submit={t('sheetShowWords')}
      busy={asking.busy}
      failure={asking.failure}
      onSubmit={show}
      onCancel={onCancel}
    >
      {renew ? <Note kind="warn">{t('sheetRenewMeans')}</Note> : null}
      <p class="small soft">{t('sheetAlone')}</p>
      <PassphraseField
        label={t('passphraseOfSotto')}
        value={current}
        onInput={setCurrent}
        purpose="current"
        readOnly={asking.busy}
        field={field}
      />
    </DialogForm>
  );
}
