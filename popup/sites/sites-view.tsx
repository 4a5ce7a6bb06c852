import { t } from '../../src/platform/i18n';
import type { SiteView } from '../../src/protocol/core';
import { SiteOff } from '../chat/site-off';
import { originOf, switchSiteOff, switchSiteOn } from '../core/site-permission';
import { useAction } from '../core/use-action';
import { useCore } from '../core/use-core';
import { Failure } from '../parts/failure';
import { Switch } from '../parts/switch';
import { KnownSites, NoClients } from './known-sites';

/** Where Sotto runs: the page of the active tab first, then every site it knows. */
export function SitesView() {
  const sites = useCore('sites.list');
  const current = useCore('chat.current');
  const reload = async () => {
    await Promise.all([sites.reload(), current.reload()]);
  };
  const origin = current.data?.origin ?? null;
  const site = current.data?.site ?? null;
  return (
    <div class="stack">
      <p class="soft">{t('sitesText')}</p>
      {origin === null || site?.on === true ? null : (
        <div class="card">
          <SiteOff origin={origin} site={site} onChanged={reload} />
        </div>
      )}
      <Failure of={sites.failure} />
      {sites.data?.length === 0 ? <p class="soft">{t('sitesNone')}</p> : null}
      {sites.data === undefined || sites.data.length === 0 ? null : (
        <ul class="list" aria-label={t('viewSites')}>
          {sites.data.map((one) => (
            <SiteItem key={one.site} site={one} onChanged={reload} />
          ))}
        </ul>
      )}
      <KnownSites />
      <NoClients />
    </div>
  );
}

function SiteItem({ site, onChanged }: { readonly site: SiteView; readonly onChanged: () => Promise<void> }) {
  const switching = useAction();
  const onSwitch = (on: boolean) => {
    const switched = on ? switchSiteOn(originOf(site), site.origins) : switchSiteOff(site);
    void switching.run(async () => {
      await switched;
      await onChanged();
    });
  };
  return (
    <li class="list-item">
      <Switch
        label={site.name}
        hint={site.origins.map(hostText).join(', ')}
        on={site.on}
        busy={switching.busy}
        onSwitch={onSwitch}
      />
      <Failure of={switching.failure} />
    </li>
  );
}

/** A match pattern as people write an address. */
const hostText = (pattern: string): string => pattern.replace(/^[^:]+:\/\//, '').replace(/\/\*$/, '');
