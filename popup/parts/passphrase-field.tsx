import { useId, useState } from 'preact/hooks';
import type { RefObject } from 'preact';
import { t } from '../../src/platform/i18n';

const shownType = { type: 'text' } as const;
const hiddenType = { type: 'password' } as const;

type Props = {
  /** "Passphrase" unless there is more than one. */
  readonly label?: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly purpose: 'new' | 'current';
  readonly readOnly: boolean;
  readonly describedBy?: string;
  readonly invalid?: boolean;
  readonly field: RefObject<HTMLInputElement | null>;
};

/** One field with a button that shows what was typed: seeing it is a better check than typing it twice. */
export function PassphraseField({
  label,
  value,
  onInput,
  purpose,
  readOnly,
  describedBy,
  invalid = false,
  field,
}: Props) {
  const [shown, setShown] = useState(false);
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label ?? t('passphrase')}</label>
      <div class="field-with-button">
        <input
          id={id}
          ref={field}
          {...(shown ? shownType : hiddenType)}
          value={value}
          readOnly={readOnly}
          required
          maxLength={1000}
          autocomplete={purpose === 'new' ? 'new-password' : 'current-password'}
          autocapitalize="off"
          autocorrect="off"
          spellcheck={false}
          aria-describedby={describedBy}
          aria-invalid={invalid}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
        <button type="button" class="button quiet" aria-controls={id} onClick={() => setShown(!shown)}>
          {shown ? t('hide') : t('show')}
        </button>
      </div>
    </div>
  );
}
