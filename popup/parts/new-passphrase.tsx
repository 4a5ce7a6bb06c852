import type { RefObject } from 'preact';
import { useId } from 'preact/hooks';
import { t } from '../../src/platform/i18n';
import { Missing } from './missing';
import { PassphraseField } from './passphrase-field';
import { StrengthMeter } from './strength-meter';

/** A floor against the shortest ones only: the meter says how good the rest are. */
const shortest = 8;
export const isLongEnough = (passphrase: string): boolean => passphrase.length >= shortest;

type Props = {
  readonly label?: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly readOnly: boolean;
  readonly missing: boolean;
  /** Words that a guesser would try first. */
  readonly about: readonly string[];
  /** Id of what else is to be heard with it. */
  readonly describedBy?: string;
  readonly field: RefObject<HTMLInputElement | null>;
};

/** A passphrase to be made up, and how good it is. */
export function NewPassphrase({
  label,
  value,
  onInput,
  readOnly,
  missing,
  about,
  describedBy = '',
  field,
}: Props) {
  const id = useId();
  return (
    <>
      <PassphraseField
        {...(label === undefined ? {} : { label })}
        value={value}
        onInput={onInput}
        purpose="new"
        readOnly={readOnly}
        describedBy={`${id}strength ${id}missing ${describedBy}`.trim()}
        invalid={missing}
        field={field}
      />
      <StrengthMeter id={`${id}strength`} passphrase={value} about={about} />
      <Missing id={`${id}missing`} text={missing ? t('passphraseShort', `${shortest}`) : null} />
    </>
  );
}
