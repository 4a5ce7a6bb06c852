import { useState } from 'preact/hooks';
import { t, type MessageKey } from '../../src/platform/i18n';
import { ask } from '../../src/protocol/ask';
import type { IdentityView as Identity } from '../../src/protocol/core';
import { keyFileName, saveFile } from '../core/save-file';
import { useAction } from '../core/use-action';
import { Failure } from '../parts/failure';
import { Icon, type IconName } from '../parts/icon';
import { Note } from '../parts/note';
import { useToast } from '../parts/toast';
import { DeleteDialog } from './delete-dialog';
import { ExportDialog } from './export-dialog';
import { RenameDialog } from './rename-dialog';
import { RevokeDialog } from './revoke-dialog';
import { ValidityDialog } from './validity-dialog';

type Props = { readonly identity: Identity; readonly onChanged: () => Promise<void> };

const dialogs = {
  rename: RenameDialog,
  validity: ValidityDialog,
  export: ExportDialog,
  revoke: RevokeDialog,
  delete: DeleteDialog,
};
type Step = keyof typeof dialogs | 'revocation';

const steps = {
  rename: ['edit', 'renameTitle', 'renameHint'],
  validity: ['clock', 'validityTitle', 'validityHint'],
  export: ['save', 'exportTitle', 'exportHint'],
  revocation: ['save', 'revocationTitle', 'revocationHint'],
  revoke: ['alert', 'revokeTitle', 'revokeHint'],
  delete: ['bin', 'deleteTitle', 'deleteHint'],
} as const satisfies Record<Step, readonly [IconName, MessageKey, MessageKey]>;

/** What can be done with an identity, each with what it is good for. */
export function IdentityActions({ identity, onChanged }: Props) {
  const [open, setOpen] = useState<keyof typeof dialogs | null>(null);
  const saving = useAction();
  const toast = useToast();
  const saveRevocation = () =>
    saving.run(async () => {
      const { armored } = await ask('identity.revocation', { identity: identity.identity });
      saveFile(keyFileName(identity.name, '-revocation.asc'), armored);
      toast({ text: t('revocationSaved') });
    });
  const OpenDialog = open === null ? null : dialogs[open];
  return (
    <section class="stack" aria-labelledby="manage-title">
      <h2 id="manage-title">{t('manageTitle')}</h2>
      {identity.changeable || identity.revoked !== null ? null : (
        <Note kind="plain">{t('primaryElsewhere')}</Note>
      )}
      <ul class="list actions">
        {offered(identity).map((step) => {
          const [icon, label, hint] = steps[step];
          return (
            <li key={step}>
              <button
                type="button"
                class="action"
                aria-describedby={`action-${step}`}
                aria-disabled={saving.busy}
                onClick={() => (step === 'revocation' ? void saveRevocation() : setOpen(step))}
              >
                <Icon name={icon} />
                <span class="action-label">{t(label)}</span>
              </button>
              <p id={`action-${step}`} class="small soft">
                {t(hint)}
              </p>
            </li>
          );
        })}
      </ul>
      <Failure of={saving.failure} />
      {OpenDialog === null ? null : (
        <OpenDialog identity={identity} onChanged={onChanged} onClose={() => setOpen(null)} />
      )}
    </section>
  );
}

function offered({ changeable, revoked }: Identity): readonly Step[] {
  if (revoked !== null) return ['export', 'delete'];
  if (!changeable) return ['export', 'delete'];
  return ['rename', 'validity', 'export', 'revocation', 'revoke', 'delete'];
}
