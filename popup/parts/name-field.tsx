import type { RefObject } from 'preact';
import { useId } from 'preact/hooks';
import { t } from '../../src/platform/i18n';
import { Missing } from './missing';

type Props = {
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly readOnly: boolean;
  readonly missing: boolean;
  readonly field: RefObject<HTMLInputElement | null>;
};

export function NameField({ value, onInput, readOnly, missing, field }: Props) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{t('yourName')}</label>
      <input
        id={id}
        ref={field}
        value={value}
        readOnly={readOnly}
        required
        maxLength={100}
        autocomplete="off"
        spellcheck={false}
        aria-describedby={`${id}hint ${id}missing`}
        aria-invalid={missing}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      <p id={`${id}hint`} class="small soft">
        {t('yourNameHint')}
      </p>
      <Missing id={`${id}missing`} text={missing ? t('yourNameMissing') : null} />
    </div>
  );
}
