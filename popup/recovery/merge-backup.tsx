import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../src/platform/i18n';
import { ask } from '../../src/protocol/ask';
import type { Surface } from '../core/surface';
import { useAction } from '../core/use-action';
import { Button } from '../parts/button';
import { Failure } from '../parts/failure';
import { Note } from '../parts/note';
import { useToast } from '../parts/toast';
import { BackupFacts } from './backup-facts';
import { OpenBackup, type OpenedBackup } from './open-backup';

/** A backup beside what is here: what is missing here comes in, and nothing that is here changes. */
export function MergeBackup({ surface, onDone }: { readonly surface: Surface; readonly onDone: () => void }) {
  const [opened, setOpened] = useState<OpenedBackup | null>(null);
  const adding = useAction();
  const toast = useToast();
  const result = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (opened !== null) result.current?.focus();
  }, [opened]);
  if (opened === null) return <OpenBackup surface={surface} onOpened={setOpened} />;
  const { file, words, view } = opened;
  const add = async () => {
    const done = await adding.run(async () => {
      await ask('backup.merge', { file, words });
    });
    if (!done) return;
    onDone();
    toast({ text: t('backupMerged') });
  };
  const isNew =
    view.identities.some(({ known }) => !known) ||
    view.contacts.fresh + view.chats.fresh + view.compared.length > 0;
  return (
    <div ref={result} tabIndex={-1} class="stack">
      <BackupFacts view={view} isBeside />
      {isNew ? null : <Note kind="good">{t('backupNothing')}</Note>}
      <Failure of={adding.failure} />
      <div class="button-row">
        {isNew ? (
          <Button kind="main" busy={adding.busy} onPress={() => void add()}>
            {t('backupAdd')}
          </Button>
        ) : null}
        <Button kind="quiet" onPress={onDone}>
          {t(isNew ? 'cancel' : 'close')}
        </Button>
      </div>
    </div>
  );
}
