import { useRef, useState } from 'preact/hooks';
import { t } from '../../src/platform/i18n';
import { ask } from '../../src/protocol/ask';
import { keepFocus } from '../core/keep-focus';
import type { Surface } from '../core/surface';
import { useAction } from '../core/use-action';
import { Button } from '../parts/button';
import { Failure } from '../parts/failure';
import { NameField } from '../parts/name-field';
import { useToast } from '../parts/toast';
import { VersionChoice } from '../parts/version-choice';
import { ImportKey } from './import-key';

type Props = { readonly surface: Surface; readonly onAdded: () => Promise<void> };

/** Another identity: made here, or brought from another program. */
export function AddIdentity({ surface, onAdded }: Props) {
  const [way, setWay] = useState<'make' | 'import' | null>(null);
  const done = async () => {
    await onAdded();
    setWay(null);
    keepFocus();
  };
  const choose = (next: typeof way) => setWay(way === next ? null : next);
  return (
    <section class="card stack" aria-labelledby="add-title">
      <h2 id="add-title">{t('addIdentityTitle')}</h2>
      <p class="small soft">{t('addIdentityText')}</p>
      <div class="button-row">
        <Button icon="plus" expanded={way === 'make'} onPress={() => choose('make')}>
          {t('makeIdentity')}
        </Button>
        <Button icon="key" expanded={way === 'import'} onPress={() => choose('import')}>
          {t('importKey')}
        </Button>
      </div>
      {way === 'make' ? <MakeIdentity onAdded={done} /> : null}
      {way === 'import' ? <ImportKey surface={surface} onAdded={done} /> : null}
    </section>
  );
}

function MakeIdentity({ onAdded }: { readonly onAdded: () => Promise<void> }) {
  const [name, setName] = useState('');
  const [version, setVersion] = useState<4 | 6>(4);
  const [missing, setMissing] = useState(false);
  const making = useAction();
  const toast = useToast();
  const field = useRef<HTMLInputElement>(null);
  const make = async () => {
    setMissing(name.trim() === '');
    if (name.trim() === '') return field.current?.focus();
    const made = await making.run(async () => {
      await ask('identity.add', { name, version });
    });
    if (!made) return undefined;
    await onAdded();
    return toast({ text: t('identityMade') });
  };
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <NameField value={name} onInput={setName} readOnly={making.busy} missing={missing} field={field} />
      <VersionChoice version={version} onChoose={setVersion} />
      <Failure of={making.failure} />
      <div>
        <Button kind="main" submit busy={making.busy}>
          {t('makeIt')}
        </Button>
      </div>
    </form>
  );
}
