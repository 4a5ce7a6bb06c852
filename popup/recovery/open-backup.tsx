import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { t } from '../../src/platform/i18n';
import { ask } from '../../src/protocol/ask';
import type { BackupView } from '../../src/protocol/core';
import type { Surface } from '../core/surface';
import { useAction } from '../core/use-action';
import { Button } from '../parts/button';
import { Failure } from '../parts/failure';
import { FileChoice } from '../parts/file-choice';
import { Missing } from '../parts/missing';

export type OpenedBackup = { readonly file: string; readonly words: string; readonly view: BackupView };
type Props = {
  readonly surface: Surface;
  readonly onOpened: (opened: OpenedBackup) => void;
};
type Gap = 'file' | 'words' | null;

/** The file and the words that open it, looked at before anything is kept. */
export function OpenBackup({ surface, onOpened }: Props) {
  const [file, setFile] = useState<{ readonly name: string; readonly text: string } | null>(null);
  const [words, setWords] = useState('');
  const [gap, setGap] = useState<Gap>(null);
  const opening = useAction();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const choice = useRef<HTMLDivElement>(null);
  const take = (chosen: File) =>
    opening.run(async () => {
      setGap(null);
      setFile({ name: chosen.name, text: await chosen.text() });
    });
  useEffect(() => {
    if (file !== null) field.current?.focus();
  }, [file]);
  const look = async () => {
    const missing = file === null ? 'file' : words.trim() === '' ? 'words' : null;
    setGap(missing);
    if (file === null) return choice.current?.querySelector('button')?.focus();
    if (missing === 'words') return field.current?.focus();
    return opening.run(async () => {
      const asked = { file: file.text, words };
      onOpened({ ...asked, view: await ask('backup.inspect', asked) });
    });
  };
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void look();
      }}
    >
      <div class="field" ref={choice}>
        <strong>{t('backupFile')}</strong>
        <div class="button-row">
          <FileChoice
            surface={surface}
            view="identity"
            label={t('backupChoose')}
            onFile={(chosen) => void take(chosen)}
          />
          <output class="small">{file?.name ?? ''}</output>
        </div>
        <Missing id={`${id}fileMissing`} text={gap === 'file' ? t('backupFileMissing') : null} />
      </div>
      <div class="field">
        <label for={`${id}words`}>{t('recoveryWords')}</label>
        <textarea
          id={`${id}words`}
          ref={field}
          rows={4}
          value={words}
          maxLength={2000}
          readOnly={opening.busy}
          autocomplete="off"
          autocapitalize="off"
          autocorrect="off"
          spellcheck={false}
          aria-describedby={`${id}hint ${id}missing ${id}failure`}
          aria-invalid={gap === 'words' || opening.failure !== null}
          onInput={(event) => {
            setWords(event.currentTarget.value);
            if (gap === 'words') setGap(null);
          }}
        />
        <p id={`${id}hint`} class="small soft">
          {t('recoveryWordsHint')}
        </p>
        <Missing id={`${id}missing`} text={gap === 'words' ? t('recoveryWordsMissing') : null} />
      </div>
      <Failure of={opening.failure} id={`${id}failure`} />
      <div>
        <Button kind="main" submit busy={opening.busy}>
          {t('backupOpen')}
        </Button>
      </div>
    </form>
  );
}
