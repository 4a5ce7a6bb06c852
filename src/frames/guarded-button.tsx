/** A button that does nothing, and looks it, while the guard says that the person may not be seeing it. */
import { t } from '../platform/i18n';

type Props = {
  readonly kind: 'plain' | 'strong' | 'link';
  readonly active: boolean;
  readonly label: string;
  readonly act: () => void;
};

export function GuardedButton({ kind, active, label, act }: Props) {
  return (
    <button
      type="button"
      class={kind}
      aria-disabled={!active}
      title={active ? undefined : t('frames_notYet')}
      onClick={(event) => {
        if (active && event.isTrusted) act();
      }}
    >
      {label}
    </button>
  );
}
