import { useEffect, useState } from 'preact/hooks';
import { t } from '../../src/platform/i18n';
import { ask } from '../../src/protocol/ask';
import type { ReplyBody } from '../../src/protocol/core';
import type { Surface } from '../core/surface';
import { Button } from '../parts/button';
import { Failure } from '../parts/failure';
import { QrCode } from '../parts/qr-code';
import { ScanNumber } from './scan-number';

type Safety = ReplyBody<'contacts.safety'>;
type Form = 'digits' | 'words' | 'qr';
type Props = {
  readonly surface: Surface;
  readonly contact: string;
  readonly name: string;
  /** Fingerprint of the identity of one's own that they know. */
  readonly own: string;
  /** The number stands there, or that there is none. */
  readonly onShown: () => void;
  readonly onMatch: () => void;
};

/** The number that both see, as digits, as words for the telephone, or as a code that the other's Sotto reads. */
export function SafetyNumber({ surface, contact, name, own, onShown, onMatch }: Props) {
  const [number, setNumber] = useState<Safety | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [form, setForm] = useState<Form>('digits');
  useEffect(() => {
    ask('contacts.safety', { contact, own }).then(setNumber, setFailure);
  }, [contact, own]);
  const isShown = number !== null || failure !== null;
  useEffect(() => {
    if (isShown) onShown();
  }, [isShown]);
  if (number === null) {
    return failure === null ? <output class="soft">{t('safetyMaking')}</output> : <Failure of={failure} />;
  }
  const code = codeOf(number);
  return (
    <div class="stack">
      <section aria-label={t('safetyTitle', name)} data-safety={number.digits.join('')}>
        {form === 'qr' ? (
          <QrCode text={code} label={t('safetyQr', name)} />
        ) : (
          <Groups {...{ form, number }} />
        )}
      </section>
      <div class="button-row">
        {(['digits', 'words', 'qr'] as const).map((each) => (
          <Button key={each} kind="plain" pressed={form === each} onPress={() => setForm(each)}>
            {t(names[each])}
          </Button>
        ))}
      </div>
      <ScanNumber surface={surface} name={name} code={code} onMatch={onMatch} />
    </div>
  );
}

const names = { digits: 'safetyDigits', words: 'safetyWords', qr: 'safetyCode' } as const;

function Groups({ form, number }: { readonly form: 'digits' | 'words'; readonly number: Safety }) {
  return (
    <p class={`safety ${form}`}>
      {number[form].map((group, place) => (
        // Groups never move: their place is their name.
        <span key={`${place}`}>{group} </span>
      ))}
    </p>
  );
}

/** Capitals and digits, for which QR codes have a form that is half as large. */
function codeOf({ digits }: Safety): string {
  return `SOTTO SAFETY 1 ${digits.join(' ')}`;
}
