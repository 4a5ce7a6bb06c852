import { useState } from 'preact/hooks';
import { t } from '../../src/platform/i18n';
import { randomSeal } from '../../src/platform/seal';
import { ask } from '../../src/protocol/ask';
import type { IdentityView as Identity } from '../../src/protocol/core';
import type { Seal } from '../../src/protocol/shapes';
import { dateText } from '../core/date-text';
import { useAction } from '../core/use-action';
import { useCore } from '../core/use-core';
import { Button } from '../parts/button';
import { Failure } from '../parts/failure';
import { Fingerprint } from '../parts/fingerprint';
import { SealChooser } from '../parts/seal-chooser';
import { useToast } from '../parts/toast';

type Props = { readonly seal: Seal | null; readonly onSealChanged: () => Promise<void> };

/** The person's own name, fingerprint, certificate and seal. */
export function IdentityView({ seal, onSealChanged }: Props) {
  const identity = useCore('identity.look');
  return (
    <div class="stack">
      <Failure of={identity.failure} />
      {identity.data === undefined || identity.data === null ? null : (
        <OwnCertificate identity={identity.data} />
      )}
      <OwnSeal seal={seal} onChanged={onSealChanged} />
    </div>
  );
}

function OwnCertificate({ identity }: { readonly identity: Identity }) {
  const copying = useAction();
  const toast = useToast();
  const copy = () =>
    copying.run(async () => {
      await navigator.clipboard.writeText(identity.certificate);
      toast({ text: t('certificateCopied') });
    });
  return (
    <section class="card stack" aria-labelledby="own-name">
      <div>
        <h2 id="own-name" class="name">
          {identity.name}
        </h2>
        <p class="small soft">{t('ownFacts', identity.algorithm, dateText(identity.created))}</p>
      </div>
      <Fingerprint label={t('yourFingerprint')} value={identity.fingerprint} />
      <p class="small soft">{t('certificatePublic')}</p>
      <div class="button-row">
        <Button icon="copy" busy={copying.busy} onPress={() => void copy()}>
          {t('copyCertificate')}
        </Button>
        <Button icon="save" onPress={() => saveFile(fileName(identity.name), identity.certificate)}>
          {t('saveCertificate')}
        </Button>
      </div>
      <Failure of={copying.failure} />
    </section>
  );
}

function OwnSeal({
  seal,
  onChanged,
}: {
  readonly seal: Seal | null;
  readonly onChanged: () => Promise<void>;
}) {
  const [shown, setShown] = useState(() => seal ?? randomSeal());
  const saving = useAction();
  const choose = (next: Seal) => {
    setShown(next);
    void saving.run(async () => {
      await ask('seal.set', { seal: next });
      await onChanged();
    });
  };
  return (
    <section class="card stack" aria-labelledby="own-seal">
      <h2 id="own-seal">{t('yourSeal')}</h2>
      <SealChooser seal={shown} onChoose={choose} />
      <Failure of={saving.failure} />
    </section>
  );
}

/** Letters and digits of the name only: it becomes a file on somebody's disk. */
function fileName(name: string): string {
  const plain = name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-+|-+$/g, '');
  return `${plain === '' ? 'sotto' : plain}.asc`;
}

function saveFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/pgp-keys' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
