import { useId, useState } from 'preact/hooks';
import { t, type MessageKey } from '../../src/platform/i18n';
import { ask } from '../../src/protocol/ask';
import { useAction } from '../core/use-action';
import { Dialog } from '../parts/dialog';
import { DialogForm } from '../parts/dialog-form';
import { Note } from '../parts/note';
import { useToast } from '../parts/toast';
import type { DialogProps } from './dialog-props';

type Reason = 'superseded' | 'retired' | 'compromised';
const reasons = {
  superseded: 'reasonSuperseded',
  retired: 'reasonRetired',
  compromised: 'reasonCompromised',
} as const satisfies Record<Reason, MessageKey>;

export function RevokeDialog({ identity, onChanged, onClose }: DialogProps) {
  const [reason, setReason] = useState<Reason | null>(null);
  const [missing, setMissing] = useState(false);
  const revoking = useAction();
  const toast = useToast();
  const id = useId();
  const revoke = async () => {
    setMissing(reason === null);
    if (reason === null) return;
    const done = await revoking.run(async () => {
      await ask('identity.revoke', { identity: identity.identity, reason });
      await onChanged();
    });
    if (!done) return;
    onClose();
    toast({ text: t('revokedToast', identity.name) });
  };
  return (
    <Dialog title={t('revokeAsk', identity.name)} onClose={onClose}>
      <DialogForm
        submit={t('revokeNow')}
        kind="danger"
        busy={revoking.busy}
        failure={revoking.failure}
        onSubmit={revoke}
        onCancel={onClose}
      >
        <Note kind="warn">{t('revokeMeans')}</Note>
        <fieldset class="choices" aria-describedby={`${id}missing`}>
          <legend>{t('reasonLegend')}</legend>
          {(['superseded', 'retired', 'compromised'] as const).map((choice) => (
            <label key={choice} class="choice">
              <input
                type="radio"
                name={`${id}reason`}
                checked={reason === choice}
                onChange={() => setReason(choice)}
              />
              <span>{t(reasons[choice])}</span>
            </label>
          ))}
        </fieldset>
        <p id={`${id}missing`} class="small bad-text" role="alert">
          {missing ? t('reasonMissing') : null}
        </p>
      </DialogForm>
    </Dialog>
  );
}
