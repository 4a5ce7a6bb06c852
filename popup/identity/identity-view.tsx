import { useEffect, useState } from 'preact/hooks';
import { t } from '../../src/platform/i18n';
import { ask } from '../../src/protocol/ask';
import type { Seal } from '../../src/protocol/shapes';
import { keepFocus } from '../core/keep-focus';
import type { Surface } from '../core/surface';
import { useCore } from '../core/use-core';
import { Button } from '../parts/button';
import { Failure } from '../parts/failure';
import { RecoveryCard } from '../recovery/recovery-card';
import { AddIdentity } from './add-identity';
import { ChangePassphrase } from './change-passphrase';
import { IdentityList } from './identity-list';
import { IdentityPage } from './identity-page';
import { OwnSeal } from './own-seal';

type Props = {
  readonly surface: Surface;
  readonly seal: Seal | null;
  readonly onSealChanged: () => Promise<void>;
};

/** One's own identity, or all of them; passphrase and seal are of the vault that holds them. */
export function IdentityView({ surface, seal, onSealChanged }: Props) {
  const identities = useCore('identity.list');
  const [open, setOpen] = useState<string | null>(null);
  useEffect(forgetAtEnd, []);

  const all = identities.data ?? [];
  const [only, another] = all;
  const chosen =
    another === undefined ? only : all.find(({ identity, hidden }) => identity === open && !hidden);
  // One that was deleted and is brought back comes back into the list from which that was done.
  const isGone = open !== null && all.some(({ identity, hidden }) => identity === open && hidden);
  useEffect(() => {
    if (isGone) setOpen(null);
  }, [isGone]);
  const close = () => {
    setOpen(null);
    keepFocus();
  };
  if (chosen !== undefined && another !== undefined) {
    return (
      <div class="stack">
        <Failure of={identities.failure} />
        <div>
          <Button kind="quiet" icon="back" onPress={close}>
            {t('allIdentities')}
          </Button>
        </div>
        <IdentityPage key={chosen.identity} identity={chosen} onChanged={identities.reload} />
      </div>
    );
  }
  return (
    <div class="stack">
      <Failure of={identities.failure} />
      {chosen === undefined ? (
        <IdentityList identities={all} onOpen={setOpen} onChanged={identities.reload} />
      ) : (
        <IdentityPage key={chosen.identity} identity={chosen} onChanged={identities.reload} />
      )}
      <AddIdentity surface={surface} onAdded={identities.reload} />
      <RecoveryCard surface={surface} />
      <ChangePassphrase />
      <OwnSeal seal={seal} onChanged={onSealChanged} />
    </div>
  );
}

/** What was deleted can be brought back until this page closes. */
function forgetAtEnd(): () => void {
  const forget = () => void ask('identity.forget', {}).catch(() => undefined);
  window.addEventListener('pagehide', forget);
  return () => window.removeEventListener('pagehide', forget);
}
