import { useState } from 'preact/hooks';
import { t } from '../../src/platform/i18n';
import { randomSeal } from '../../src/platform/seal';
import { ask } from '../../src/protocol/ask';
import type { Seal } from '../../src/protocol/shapes';
import { useAction } from '../core/use-action';
import { Failure } from '../parts/failure';
import { SealChooser } from '../parts/seal-chooser';

type Props = { readonly seal: Seal | null; readonly onChanged: () => Promise<void> };

export function OwnSeal({ seal, onChanged }: Props) {
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
