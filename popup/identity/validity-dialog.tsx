import { useId, useState } from 'preact/hooks';
import { t, type MessageKey } from '../../src/platform/i18n';
import { ask } from '../../src/protocol/ask';
import { SottoError } from '../../src/protocol/errors';
import { dateText } from '../core/date-text';
import { useAction } from '../core/use-action';
import { Dialog } from '../parts/dialog';
import { DialogForm } from '../parts/dialog-form';
import { useToast } from '../parts/toast';
import type { DialogProps } from './dialog-props';

type Length = 'ever' | 'year' | 'two' | 'day';
const lengths = {
  ever: 'validityEver',
  year: 'validityYear',
  two: 'validityTwoYears',
  day: 'validityDay',
} as const satisfies Record<Length, MessageKey>;

export function ValidityDialog({ identity, onChanged, onClose }: DialogProps) {
  const { expires } = identity;
  const [length, setLength] = useState<Length>(expires === null ? 'year' : 'day');
  const [day, setDay] = useState(() => isoDay(expires ?? yearsAhead(1)));
  const changing = useAction();
  const toast = useToast();
  const id = useId();
  const change = async () => {
    const done = await changing.run(async () => {
      const until = endOf(length, day);
      await ask('identity.setValidity', { identity: identity.identity, expires: until });
      await onChanged();
      toast({ text: until === null ? t('validForEver') : t('validNow', dateText(until)) });
    });
    if (done) onClose();
  };
  return (
    <Dialog title={t('validityTitle')} onClose={onClose}>
      <DialogForm
        submit={t('save')}
        busy={changing.busy}
        failure={changing.failure}
        onSubmit={change}
        onCancel={onClose}
      >
        <p class="small soft">{t('validityMeans')}</p>
        <fieldset class="choices">
          <legend>{t('validityLegend')}</legend>
          {(['ever', 'year', 'two', 'day'] as const).map((choice) => (
            <label key={choice} class="choice">
              <input
                type="radio"
                name={`${id}length`}
                checked={length === choice}
                onChange={() => setLength(choice)}
              />
              <span>{t(lengths[choice])}</span>
            </label>
          ))}
        </fieldset>
        {length === 'day' ? (
          <div class="field">
            <label for={`${id}day`}>{t('validityLastDay')}</label>
            <input
              id={`${id}day`}
              type="date"
              value={day}
              min={isoDay(Date.now())}
              required
              aria-invalid={changing.failure !== null}
              onInput={(event) => setDay(event.currentTarget.value)}
            />
          </div>
        ) : null}
      </DialogForm>
    </Dialog>
  );
}

/** Throws SottoError `validity_past` for a day that is none. */
function endOf(length: Length, day: string): number | null {
  if (length === 'ever') return null;
  if (length !== 'day') return yearsAhead(length === 'year' ? 1 : 2);
  // To the end of that day, where the person is.
  const end = new Date(`${day}T23:59:59`).getTime();
  if (Number.isNaN(end)) throw new SottoError('validity_past');
  return end;
}

function yearsAhead(years: number): number {
  const date = new Date();
  date.setFullYear(date.getFullYear() + years);
  return Math.floor(date.getTime() / 1000) * 1000;
}

function isoDay(time: number): string {
  const date = new Date(time);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
