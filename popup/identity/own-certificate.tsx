import { useState } from 'preact/hooks';
import { t } from '../../src/platform/i18n';
import type { IdentityView as Identity } from '../../src/protocol/core';
import { dateText } from '../core/date-text';
import { keyFileName, saveFile } from '../core/save-file';
import { useAction } from '../core/use-action';
import { Button } from '../parts/button';
import { Failure } from '../parts/failure';
import { Fingerprint } from '../parts/fingerprint';
import { QrCode } from '../parts/qr-code';
import { useToast } from '../parts/toast';
import { IdentityBadge } from './identity-badge';

/** What others may have of it: name, fingerprint, certificate. */
export function OwnCertificate({ identity }: { readonly identity: Identity }) {
  const [shows, setShows] = useState(false);
  const copying = useAction();
  const toast = useToast();
  const copy = () =>
    copying.run(async () => {
      await navigator.clipboard.writeText(identity.certificate);
      toast({ text: t('certificateCopied') });
    });
  const { name, algorithm, created, expires, fingerprint, certificate } = identity;
  return (
    <section class="card stack" aria-labelledby="own-name">
      <div>
        <div class="row-between">
          <h2 id="own-name" class="name">
            {name}
          </h2>
          <IdentityBadge identity={identity} />
        </div>
        <p class="small soft">{t('ownFacts', algorithm, dateText(created))}</p>
        {expires === null ? null : <p class="small soft">{t('contactExpires', dateText(expires))}</p>}
      </div>
      <Fingerprint label={t('yourFingerprint')} value={fingerprint} />
      <p class="small soft">{t('certificatePublic')}</p>
      <div class="button-row">
        <Button icon="copy" busy={copying.busy} onPress={() => void copy()}>
          {t('copyCertificate')}
        </Button>
        <Button icon="save" onPress={() => saveFile(keyFileName(name, '.asc'), certificate)}>
          {t('saveCertificate')}
        </Button>
        <Button icon="qr" expanded={shows} onPress={() => setShows(!shows)}>
          {t('showQr')}
        </Button>
      </div>
      {shows ? <QrCode text={certificate} label={t('qrLabel', name)} /> : null}
      <Failure of={copying.failure} />
    </section>
  );
}
