import { useState } from 'preact/hooks';
import { t } from '../../src/platform/i18n';
import { ask } from '../../src/protocol/ask';
import type { RecoveryView } from '../../src/protocol/core';
import { dateText } from '../core/date-text';
import { saveFile } from '../core/save-file';
import { openAsPage, type Surface } from '../core/surface';
import { useAction } from '../core/use-action';
import { useCore } from '../core/use-core';
import { Button } from '../parts/button';
import { Failure } from '../parts/failure';
import { Note } from '../parts/note';
import { useToast } from '../parts/toast';
import { MergeBackup } from './merge-backup';
import { SheetDialog } from './sheet-dialog';

/** The sheet, the backups under it, and the way back from one. */
export function RecoveryCard({ surface }: { readonly surface: Surface }) {
  const recovery = useCore('recovery.look');
  const [open, setOpen] = useState<'make' | 'show' | 'renew' | null>(null);
  const [merges, setMerges] = useState(false);
  const saving = useAction();
  const toast = useToast();
  const save = () =>
    saving.run(async () => {
      saveFile(backupName(), (await ask('backup.save', {})).file);
      await recovery.reload();
      toast({ text: t('backupSaved') });
    });
  // A popup closes when something is printed or a file chosen.
  const inPage = (act: () => void) => () => {
    if (surface === 'popup') void openAsPage('identity');
    else act();
  };
  const close = () => {
    setOpen(null);
    void recovery.reload();
  };
  if (recovery.data === undefined) return <Failure of={recovery.failure} />;
  const { made, checked } = recovery.data;
  return (
    <section class="card stack" aria-labelledby="recovery-title">
      <h2 id="recovery-title">{t('recoveryTitle')}</h2>
      <p class="small soft">{t('recoveryPurpose')}</p>
      <State recovery={recovery.data} />
      <div class="button-row">
        {checked === null ? (
          <Button kind="main" icon="key" onPress={inPage(() => setOpen(made === null ? 'make' : 'show'))}>
            {made === null ? t('sheetMake') : t('sheetFinish')}
          </Button>
        ) : (
          <>
            <Button icon="save" busy={saving.busy} onPress={() => void save()}>
              {t('backupSave')}
            </Button>
            <Button icon="key" onPress={inPage(() => setOpen('show'))}>
              {t('sheetShow')}
            </Button>
            <Button kind="quiet" onPress={inPage(() => setOpen('renew'))}>
              {t('sheetRenew')}
            </Button>
          </>
        )}
        <Button kind="quiet" expanded={merges} onPress={inPage(() => setMerges(!merges))}>
          {t('backupMerge')}
        </Button>
      </div>
      <Failure of={saving.failure} />
      {merges ? <MergeBackup surface={surface} onDone={() => setMerges(false)} /> : null}
      {open === null ? null : <SheetDialog renew={open === 'renew'} onClose={close} />}
    </section>
  );
}

function State({ recovery: { checked, saved, changed } }: { readonly recovery: RecoveryView }) {
  if (checked === null) return <Note kind="warn">{t('recoveryMissing')}</Note>;
  if (saved === null) return <Note kind="warn">{t('backupMissing')}</Note>;
  if (changed) return <Note kind="warn">{t('backupOld', dateText(saved))}</Note>;
  return <Note kind="good">{t('backupFresh', dateText(saved))}</Note>;
}

/** By day, so that a folder of them sorts by age. */
function backupName(): string {
  return `sotto-backup-${new Date().toISOString().slice(0, 10)}.asc`;
}
