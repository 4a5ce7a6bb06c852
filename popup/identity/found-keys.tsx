import { useId, useRef, useState } from 'preact/hooks';
import { t } from '../../src/platform/i18n';
import { ask } from '../../src/protocol/ask';
import type { KeySource, ReplyBody } from '../../src/protocol/core';
import { SottoError, errorCodes } from '../../src/protocol/errors';
import { dateText } from '../core/date-text';
import { errorText } from '../core/error-text';
import { useAction } from '../core/use-action';
import { Button } from '../parts/button';
import { Failure } from '../parts/failure';
import { shortFingerprint } from '../parts/fingerprint';
import { Note } from '../parts/note';
import { PassphraseField } from '../parts/passphrase-field';

type Key = ReplyBody<'identity.inspect'>[number];
type Props = {
  readonly source: KeySource;
  readonly keys: readonly Key[];
  readonly onImported: (count: number) => Promise<void>;
};

/** Keys that were found: those that can be used are chosen, the others say why not. One passphrase opens all chosen. */
export function FoundKeys({ source, keys, onImported }: Props) {
  const usable = keys.filter(({ problem }) => problem === null);
  const [left, setLeft] = useState<readonly string[]>([]);
  const [passphrase, setPassphrase] = useState('');
  const importing = useAction();
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const chosen = usable.filter(({ fingerprint }) => !left.includes(fingerprint));
  const asks = chosen.some(({ isProtected }) => isProtected);

  const bringIn = async () => {
    if (asks && passphrase === '') return field.current?.focus();
    const done = await importing.run(async () => {
      const fingerprints = chosen.map(({ fingerprint }) => fingerprint);
      await ask('identity.import', { source, fingerprints, passphrase });
    });
    return done ? onImported(chosen.length) : field.current?.select();
  };
  return (
    <form
      class="found stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void bringIn();
      }}
    >
      <fieldset class="choices">
        <legend>{t('keysFound')}</legend>
        {keys.map((key) => (
          <FoundKey
            key={key.fingerprint}
            found={key}
            chosen={chosen.includes(key)}
            onChoose={(on) =>
              setLeft(on ? left.filter((one) => one !== key.fingerprint) : [...left, key.fingerprint])
            }
          />
        ))}
      </fieldset>
      {asks ? (
        <>
          <PassphraseField
            label={t('passphraseOfKey')}
            value={passphrase}
            onInput={setPassphrase}
            purpose="current"
            readOnly={importing.busy}
            describedBy={`${id}once ${id}failure`}
            invalid={importing.failure !== null}
            field={field}
          />
          <p id={`${id}once`} class="small soft">
            {t('passphraseOnce')}
          </p>
        </>
      ) : null}
      <Failure of={importing.failure} id={`${id}failure`} />
      {chosen.length === 0 ? null : (
        <div>
          <Button kind="main" submit busy={importing.busy}>
            {t('importIt')}
          </Button>
        </div>
      )}
    </form>
  );
}

type KeyProps = {
  readonly found: Key;
  readonly chosen: boolean;
  readonly onChoose: (chosen: boolean) => void;
};

function FoundKey({ found, chosen, onChoose }: KeyProps) {
  const { name, algorithm, created, fingerprint, problem } = found;
  const facts = (
    <span>
      <strong class="name">{name}</strong>
      <span class="small soft block">{t('foundFacts', algorithm, dateText(created))}</span>
      <span class="small soft mono block">{shortFingerprint(fingerprint)}</span>
    </span>
  );
  if (problem !== null) {
    return (
      <div class="stack">
        {facts}
        <Note kind="bad">{sentence(problem)}</Note>
      </div>
    );
  }
  return (
    <label class="choice">
      <input type="checkbox" checked={chosen} onChange={(event) => onChoose(event.currentTarget.checked)} />
      {facts}
    </label>
  );
}

function sentence(problem: string): string {
  const code = errorCodes.find((known) => known === problem);
  return errorText(new SottoError(code ?? 'unexpected'));
}
