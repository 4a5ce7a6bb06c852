import { t } from '../../src/platform/i18n';
import type { SiteView } from '../../src/protocol/core';
import { patternFor, switchSiteOn } from '../core/site-permission';
import { useAction } from '../core/use-action';
import { Button } from '../parts/button';
import { Failure } from '../parts/failure';

type Props = {
  readonly origin: string;
  readonly site: SiteView | null;
  readonly onChanged: () => Promise<void>;
};

/** A page that Sotto does not run on: the button asks the browser for this one site. */
export function SiteOff({ origin, site, onChanged }: Props) {
  const switching = useAction();
  const name = site?.name ?? hostOf(origin);
  const switchOn = () => {
    const switched = switchSiteOn(origin, site?.origins ?? [patternFor(origin)]);
    void switching.run(async () => {
      await switched;
      await onChanged();
    });
  };
  return (
    <div class="empty">
      <h2>{t('siteOffTitle', name)}</h2>
      <p class="soft">{t('siteOffText')}</p>
      <Button kind="main" busy={switching.busy} onPress={switchOn}>
        {t('switchOnSite')}
      </Button>
      <Failure of={switching.failure} />
    </div>
  );
}

const hostOf = (origin: string): string => (URL.canParse(origin) ? new URL(origin).host : origin);
