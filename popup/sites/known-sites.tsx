import { t } from '../../src/platform/i18n';
import { noWebClient } from '../../src/sites/no-web-client';
import { useCore } from '../core/use-core';
import { Failure } from '../parts/failure';

/** Every messenger that Sotto knows by name; those with thin facts say so. */
export function KnownSites() {
  const known = useCore('sites.known');
  const experimental = known.data?.some((site) => site.experimental) === true;
  return (
    <section class="stack" aria-labelledby="known-sites">
      <h2 id="known-sites">{t('knownSites')}</h2>
      <p class="soft">{t('knownSitesText')}</p>
      <Failure of={known.failure} />
      <ul class="list">
        {known.data?.map(({ site, name, hosts, experimental: thin }) => (
          <li key={site} class="list-item tight">
            <div class="row-between">
              <strong>{name}</strong>
              {thin ? <span class="badge">{t('experimental')}</span> : null}
            </div>
            <span class="small soft">{hosts.length === 0 ? t('anyServer') : hosts.join(', ')}</span>
          </li>
        ))}
      </ul>
      {experimental ? <p class="small soft">{t('experimentalText')}</p> : null}
    </section>
  );
}

/** Messengers in which Sotto cannot work, where people look for them. */
export function NoClients() {
  return (
    <section class="stack" aria-labelledby="no-clients">
      <h2 id="no-clients">{t('noClients')}</h2>
      <ul class="list">
        {noWebClient.map(({ id, name }) => (
          <li key={id} class="list-item tight">
            <strong>{name}</strong>
            <span class="small soft">{t(`noClient_${id}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
