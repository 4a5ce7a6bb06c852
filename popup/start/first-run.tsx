import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../src/platform/i18n';
import { randomSeal } from '../../src/platform/seal';
import { ask } from '../../src/protocol/ask';
import { openAsPage, type Surface } from '../core/surface';
import { useAction } from '../core/use-action';
import { Button } from '../parts/button';
import { Failure } from '../parts/failure';
import { Mark } from '../parts/icon';
import { NameField } from '../parts/name-field';
import { NewPassphrase, isLongEnough } from '../parts/new-passphrase';
import { Note } from '../parts/note';
import { SealChooser } from '../parts/seal-chooser';
import { useToast } from '../parts/toast';
import { VersionChoice } from '../parts/version-choice';
import { Restore } from '../recovery/restore';

type Props = { readonly surface: Surface; readonly onMade: () => Promise<void> };
type Missing = 'name' | 'passphrase' | null;

/** Name, passphrase, seal: an identity in under a minute, on one screen. */
export function FirstRun({ surface, onMade }: Props) {
  const [restores, setRestores] = useState(() => location.hash === '#restore');
  return (
    <main class="start">
      <div class="start-brand">
        <Mark />
        <h1>{t(restores ? 'restoreTitle' : 'welcomeTitle')}</h1>
      </div>
      {restores ? (
        <Restore surface={surface} onRestored={onMade} onBack={() => setRestores(false)} />
      ) : (
        <>
          <MakeFirst onMade={onMade} />
          <div class="start-other">
            <Button
              kind="quiet"
              // A popup would close when the file is chosen.
              onPress={() => (surface === 'popup' ? void openAsPage('restore') : setRestores(true))}
            >
              {t('haveBackup')}
            </Button>
          </div>
        </>
      )}
    </main>
  );
}

function MakeFirst({ onMade }: Pick<Props, 'onMade'>) {
  const [name, setName] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [seal, setSeal] = useState(randomSeal);
  const [version, setVersion] = useState<4 | 6>(4);
  const [missing, setMissing] = useState<Missing>(null);
  const making = useAction();
  const toast = useToast();
  const nameField = useRef<HTMLInputElement>(null);
  const passphraseField = useRef<HTMLInputElement>(null);
  useEffect(() => nameField.current?.focus(), []);

  const make = async () => {
    const gap = name.trim() === '' ? 'name' : isLongEnough(passphrase) ? null : 'passphrase';
    setMissing(gap);
    if (gap !== null) {
      (gap === 'name' ? nameField : passphraseField).current?.focus();
      return;
    }
    const made = await making.run(async () => {
      await ask('identity.create', { name: name.trim(), passphrase, version, seal });
    });
    if (!made) return;
    setPassphrase('');
    await onMade();
    toast({ text: t('identityMade') });
  };

  return (
    <>
      <p class="soft">{t('welcomeText')}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <NameField
          value={name}
          onInput={(typed) => {
            setName(typed);
            if (missing === 'name') setMissing(null);
          }}
          readOnly={making.busy}
          missing={missing === 'name'}
          field={nameField}
        />
        <div class="group">
          <NewPassphrase
            value={passphrase}
            onInput={(typed) => {
              setPassphrase(typed);
              if (missing === 'passphrase') setMissing(null);
            }}
            readOnly={making.busy}
            missing={missing === 'passphrase'}
            about={[name, 'sotto']}
            describedBy="passphrase-warning"
            field={passphraseField}
          />
          <div id="passphrase-warning">
            <Note kind="warn">{t('passphraseWarning')}</Note>
          </div>
        </div>
        <fieldset class="group">
          <legend>{t('yourSeal')}</legend>
          <SealChooser seal={seal} onChoose={setSeal} />
        </fieldset>
        <details>
          <summary>{t('advanced')}</summary>
          <VersionChoice version={version} onChoose={setVersion} />
        </details>
        <Failure of={making.failure} />
        <Button kind="main" submit busy={making.busy}>
          {t('createIdentity')}
        </Button>
        <output class="small soft">{making.busy ? t('creatingIdentity') : ''}</output>
      </form>
    </>
  );
}
