/** A button that does nothing, and looks it, while the guard says that the person may not be seeing it. */
import { useState } from 'preact/hooks';
import { t } from '../platform/i18n';

type Props = {
  readonly kind: 'plain' | 'strong' | 'link';
  readonly active: boolean;
  readonly label: string;
  readonly act: () => void;
};

export function GuardedButton({ kind, active, label, act }: Props) {
  // Stays true: words that went away would resize the frame, and the wait would begin anew under the next press.
  const [wasEarly, setEarly] = useState(false);
  return (
    <>
      <button
        type="button"
        class={kind}
        aria-disabled={!active}
        title={active ? undefined : t('frames_notYet')}
        onClick={(event) => {
          if (!event.isTrusted) return;
          if (active) act();
          else setEarly(true);
        }}
      >
        {label}
      </button>
      {wasEarly && (
        <output class="early" data-over={active}>
          {t('frames_early')}
        </output>
      )}
    </>
  );
}
