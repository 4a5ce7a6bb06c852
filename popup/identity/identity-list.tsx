import { t } from '../../src/platform/i18n';
import { ask } from '../../src/protocol/ask';
import type { IdentityView as Identity } from '../../src/protocol/core';
import { useAction } from '../core/use-action';
import { Button } from '../parts/button';
import { Failure } from '../parts/failure';
import { shortFingerprint } from '../parts/fingerprint';
import { IdentityBadge } from './identity-badge';

type Props = {
  readonly identities: readonly Identity[];
  readonly onOpen: (identity: string) => void;
  readonly onChanged: () => Promise<void>;
};

/** More than one identity, those deleted a moment ago among them. */
export function IdentityList({ identities, onOpen, onChanged }: Props) {
  if (identities.length === 0) return null;
  return (
    <ul class="list" aria-label={t('allIdentities')}>
      {identities.map((identity) => (
        <li key={identity.identity} class="list-item">
          <div class="row-between">
            <strong id={`own-${identity.identity}`} class="name">
              {identity.name}
            </strong>
            <IdentityBadge identity={identity} />
          </div>
          {identity.hidden ? (
            <Deleted identity={identity} onChanged={onChanged} />
          ) : (
            <>
              <p class="small soft mono">{shortFingerprint(identity.fingerprint)}</p>
              <Button describedBy={`own-${identity.identity}`} onPress={() => onOpen(identity.identity)}>
                {t('openIdentity')}
              </Button>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function Deleted({
  identity,
  onChanged,
}: {
  readonly identity: Identity;
  readonly onChanged: () => Promise<void>;
}) {
  const restoring = useAction();
  const restore = () =>
    restoring.run(async () => {
      await ask('identity.restore', { identity: identity.identity });
      await onChanged();
    });
  return (
    <>
      <p class="small soft">{t('identityDeletedHint')}</p>
      <Button busy={restoring.busy} describedBy={`own-${identity.identity}`} onPress={() => void restore()}>
        {t('bringBack')}
      </Button>
      <Failure of={restoring.failure} />
    </>
  );
}
