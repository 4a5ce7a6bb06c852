/** A button that does nothing while the guard says that the person may not be seeing it. */

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
      onClick={(event) => {
        if (active && event.isTrusted) act();
      }}
    >
      {label}
    </button>
  );
}
