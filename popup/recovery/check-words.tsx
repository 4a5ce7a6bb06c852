import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { t } from '../../src/platform/i18n';
import { ask } from '../../src/protocol/ask';
import { RECOVERY_WORDS } from '../../src/protocol/recovery-requests';
import { useAction } from '../core/use-action';
import { Button } from '../parts/button';
import { Failure } from '../parts/failure';
import { Missing } from '../parts/missing';

type Props = { readonly onRight: () => void; readonly onBack: () => void };

/** Two of the words are asked back: who can give them has them somewhere else than here. */
export function CheckWords({ onRight, onBack }: Props) {
  const [places] = useState(twoPlaces);
  const [words, setWords] = useState<readonly [string, string]>(['', '']);
  const [wrong, setWrong] = useState(false);
  const checking = useAction();
  const id = useId();
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const check = async () => {
    const answers = places.map((place, at) => ({ place, word: words[at] ?? '' }));
    let right = false;
    await checking.run(async () => {
      ({ right } = await ask('recovery.check', { answers }));
      setWrong(!right);
    });
    if (right) onRight();
    else first.current?.select();
  };
  const field = (at: 0 | 1) => (
    <div class="field">
      <label for={`${id}${at}`}>{t('sheetWordNumber', String(places[at]))}</label>
      <input
        id={`${id}${at}`}
        {...(at === 0 ? { ref: first } : {})}
        value={words[at]}
        maxLength={100}
        autocomplete="off"
        autocapitalize="off"
        autocorrect="off"
        spellcheck={false}
        aria-invalid={wrong}
        aria-describedby={`${id}wrong`}
        onInput={({ currentTarget: { value } }) => {
          setWrong(false);
          setWords(at === 0 ? [value, words[1]] : [words[0], value]);
        }}
      />
    </div>
  );
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void check();
      }}
    >
      <p>{t('sheetCheckText')}</p>
      {field(0)}
      {field(1)}
      <Missing id={`${id}wrong`} text={wrong ? t('sheetCheckWrong') : null} />
      <Failure of={checking.failure} />
      <div class="button-row">
        <Button kind="main" submit busy={checking.busy}>
          {t('sheetCheck')}
        </Button>
        <Button kind="quiet" icon="back" onPress={onBack}>
          {t('sheetBack')}
        </Button>
      </div>
    </form>
  );
}

/** Two different ones, the earlier first. */
function twoPlaces(): readonly [number, number] {
  const [one = 0, two = 0] = crypto.getRandomValues(new Uint32Array(2));
  const first = one % RECOVERY_WORDS;
  const second = (first + 1 + (two % (RECOVERY_WORDS - 1))) % RECOVERY_WORDS;
  return [Math.min(first, second) + 1, Math.max(first, second) + 1];
}
