import { t } from '../../src/platform/i18n';
import { ask } from '../../src/protocol/ask';
import type { IdentityView as Identity } from '../../src/protocol/core';
import { useAction } from '../core/use-action';
import { useCore } from '../core/use-core';
import { Button } from '../parts/button';
import { Failure } from '../parts/failure';

type Props = { readonly identity: Identity; readonly onChanged: () => Promise<void> };

/** New chats that begin with it, and chats that use it. Nothing to choose while it is the only one. */
export function WhereUsed({ identity, onChanged }: Props) {
  const all = useCore('identity.list');
  const setting = useAction();
  const isOnly = (all.data?.filter(({ hidden }) => !hidden).length ?? 1) < 2;
  if (isOnly || identity.revoked !== null) return null;
  const { isDefault, chats } = identity;
  const useByDefault = () =>
    setting.run(async () => {
      await ask('identity.setDefault', { identity: identity.identity });
      await onChanged();
    });
  return (
    <section class="card stack" aria-labelledby="used-title">
      <h2 id="used-title">{t('usedTitle')}</h2>
      <p class="small soft">{isDefault ? t('usedByDefault') : t('usedNotByDefault')}</p>
      {isDefault ? null : (
        <div>
          <Button busy={setting.busy} onPress={() => void useByDefault()}>
            {t('useByDefault')}
          </Button>
        </div>
      )}
      <SiteChoices identity={identity} onChanged={onChanged} />
      {chats.length === 0 ? null : <p class="small soft name">{t('contactChats', chats.join(', '))}</p>}
      <Failure of={setting.failure} />
    </section>
  );
}

function SiteChoices({ identity, onChanged }: Props) {
  const sites = useCore('sites.list');
  const setting = useAction();
  const on = (sites.data ?? []).filter((site) => site.on);
  if (on.length === 0) return null;
  return (
    <fieldset>
      <legend>{t('usedOnSites')}</legend>
      <div class="choices">
        {on.map(({ site, name }) => (
          <label key={site} class="choice">
            <input
              type="checkbox"
              checked={identity.sites.includes(site)}
              onChange={(event) => {
                const chosen = event.currentTarget.checked ? identity.identity : null;
                void setting.run(async () => {
                  await ask('identity.setForSite', { site, identity: chosen });
                  await onChanged();
                });
              }}
            />
            <span>{name}</span>
          </label>
        ))}
      </div>
      <Failure of={setting.failure} />
    </fieldset>
  );
}
