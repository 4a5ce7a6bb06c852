import { useEffect, useState } from 'preact/hooks';
import { t, type MessageKey } from '../../src/platform/i18n';
import { loadStrength, type Estimate, type Strength } from '../core/load-strength';

const words = {
  0: 'strength0',
  1: 'strength1',
  2: 'strength2',
  3: 'strength3',
  4: 'strength4',
} as const satisfies Record<Strength, MessageKey>;

type Props = { readonly id: string; readonly passphrase: string; readonly about: readonly string[] };

/** How long a guesser would need, in five steps and in words. Absent when the estimate cannot be loaded. */
export function StrengthMeter({ id, passphrase, about }: Props) {
  const [estimate, setEstimate] = useState<{ readonly of: Estimate } | null>(null);
  useEffect(() => {
    let gone = false;
    const load = async () => {
      try {
        const of = await loadStrength();
        if (!gone) setEstimate({ of });
      } catch (failure) {
        console.warn('No strength estimate:', failure);
      }
    };
    void load();
    return () => {
      gone = true;
    };
  }, []);
  const strength = estimate === null || passphrase === '' ? null : estimate.of(passphrase, about);
  return (
    <div class="strength" data-strength={strength ?? 'none'}>
      <div class="strength-bars" aria-hidden="true">
        {[0, 1, 2, 3, 4].map((step) => (
          <span key={step} class={strength !== null && step <= strength ? 'filled' : ''} />
        ))}
      </div>
      <p id={id} class="small soft" aria-live="polite">
        {strength === null ? t('passphraseAdvice') : t(words[strength])}
      </p>
    </div>
  );
}
