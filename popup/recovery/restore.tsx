import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../src/platform/i18n';
import { randomSeal } from '../../src/platform/seal';
import { ask } from '../../src/protocol/ask';
import type { Surface } from '../core/surface';
import { useAction } from '../core/use-action';
import { Button } from '../parts/button';
import { Failure } from '../parts/failure';
import { NewPassphrase, isLongEnough } from '../parts/new-passphrase';
import { SealChooser } from '../parts/seal-chooser';
import { useToast } from '../parts/toast';
import { BackupFacts } from './backup-facts';
import { OpenBackup, type OpenedBackup } from './open-backup';

type Props = {
  readonly surface: Surface;
  readonly onRestored: () => Promise<void>;
  readonly onBack: () => void;
};

/** On a new device: the backup, then a passphrase and a seal of this device. */
export function Restore({ surface, onRestored, onBack }: Props) {
  const [opened, setOpened] = useState<OpenedBackup | null>(null);
  return (
    <>
      <div>
        <Button kind="quiet" icon="back" onPress={onBack}>
          {t('restoreBack')}
        </Button>
      </div>
      {opened === null ? (
        <>
          <p class="soft">{t('restoreText')}</p>
          <OpenBackup surface={surface} onOpened={setOpened} />
        </>
      ) : (
        <Take opened={opened} onRestored={onRestored} />
      )}
    </>
  );
}

type TakeProps = { readonly opened: OpenedBackup; readonly onRestored: () => Promise<void> };

function Take({ opened: { file, words, view }, onRestored }: TakeProps) {
  const [passphrase, setPassphrase] = useState('');
  const [seal, setSeal] = useState(randomSeal);
  const [missing, setMissing] = useState(false);
  const restoring = useAction();
  const toast = useToast();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const restore = async () => {
    setMissing(!isLongEnough(passphrase));
    if (!isLongEnough(passphrase)) return field.current?.focus();
    const done = await restoring.run(async () => {
      await ask('backup.restore', { file, words, passphrase, seal });
    });
    if (!done) return undefined;
    setPassphrase('');
    await onRestored();
    return toast({ text: t('restored') });
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void restore();
      }}
    >
      <BackupFacts view={view} isBeside={false} />
      <div class="group">
        <NewPassphrase
          label={t('restorePassphrase')}
          value={passphrase}
          onInput={setPassphrase}
          readOnly={restoring.busy}
          missing={missing}
          about={['sotto', ...view.identities.map(({ name }) => name)]}
          field={field}
        />
      </div>
      <fieldset class="group">
        <legend>{t('yourSeal')}</legend>
        <SealChooser seal={seal} onChoose={setSeal} />
      </fieldset>
      <Failure of={restoring.failure} />
      <Button kind="main" submit busy={restoring.busy}>
        {t('restore')}
      </Button>
    </form>
  );
}
