import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../src/platform/i18n';
import { randomSeal } from '../../src/platform/seal';
import { ask } from '../../src/protocol/ask';
import { useAction } from '../core/use-action';
import { Button } from '../parts/button';
import { Failure } from '../parts/failure';
import { Mark } from '../parts/icon';
import { Note } from '../parts/note';
import { PassphraseField } from '../parts/passphrase-field';
import { SealChooser } from '../parts/seal-chooser';
import { StrengthMeter } from '../parts/strength-meter';
import { useToast } from '../parts/toast';

/** A floor against the shortest ones only: the meter says how good the rest are. */
const shortestPassphrase = 8;

type Missing = 'name' | 'passphrase' | null;

/** Name, passphrase, seal: an identity in under a minute, on one screen. */
export function FirstRun({ onMade }: { readonly onMade: () => Promise<void> }) {
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
    const gap = name.trim() === '' ? 'name' : passphrase.length < shortestPassphrase ? 'passphrase' : null;
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
    <main class="start">
      <div class="start-brand">
        <Mark />
        <h1>{t('welcomeTitle')}</h1>
      </div>
      <p class="soft">{t('welcomeText')}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <div class="field">
          <label for="name">{t('yourName')}</label>
          <input
            id="name"
            ref={nameField}
            value={name}
            readOnly={making.busy}
            required
            maxLength={100}
            autocomplete="off"
            spellcheck={false}
            aria-describedby="name-hint name-missing"
            aria-invalid={missing === 'name'}
            onInput={(event) => {
              setName(event.currentTarget.value);
              if (missing === 'name') setMissing(null);
            }}
          />
          <p id="name-hint" class="small soft">
            {t('yourNameHint')}
          </p>
          <Missing id="name-missing" text={missing === 'name' ? t('yourNameMissing') : null} />
        </div>
        <div class="group">
          <PassphraseField
            value={passphrase}
            onInput={(typed) => {
              setPassphrase(typed);
              if (missing === 'passphrase') setMissing(null);
            }}
            purpose="new"
            readOnly={making.busy}
            describedBy="passphrase-strength passphrase-missing passphrase-warning"
            invalid={missing === 'passphrase'}
            field={passphraseField}
          />
          <StrengthMeter id="passphrase-strength" passphrase={passphrase} about={[name, 'sotto']} />
          <Missing
            id="passphrase-missing"
            text={missing === 'passphrase' ? t('passphraseShort', `${shortestPassphrase}`) : null}
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
    </main>
  );
}

function Missing({ id, text }: { readonly id: string; readonly text: string | null }) {
  return (
    <p id={id} class="small bad-text" role="alert">
      {text}
    </p>
  );
}

type VersionProps = { readonly version: 4 | 6; readonly onChoose: (version: 4 | 6) => void };

function VersionChoice({ version, onChoose }: VersionProps) {
  return (
    <fieldset class="choices">
      <legend>{t('versionLegend')}</legend>
      <label class="choice">
        <input type="radio" name="version" checked={version === 4} onChange={() => onChoose(4)} />
        <span>{t('version4')}</span>
      </label>
      <label class="choice">
        <input type="radio" name="version" checked={version === 6} onChange={() => onChoose(6)} />
        <span>{t('version6')}</span>
      </label>
    </fieldset>
  );
}
