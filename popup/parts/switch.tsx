type Props = {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly on: boolean;
  readonly busy?: boolean;
  /** Called in the click itself, so that a permission can still be asked for. */
  readonly onSwitch: (on: boolean) => void;
};

export function Switch({ label, hint, on, busy = false, onSwitch }: Props) {
  return (
    <button
      type="button"
      role="switch"
      class="switch"
      aria-label={label}
      aria-checked={on}
      aria-disabled={busy}
      onClick={() => {
        if (!busy) onSwitch(!on);
      }}
    >
      <span class="switch-words">
        <span class="switch-label">{label}</span>
        {hint === undefined ? null : <span class="soft small">{hint}</span>}
      </span>
      <span class={busy ? 'switch-track busy' : 'switch-track'} aria-hidden="true">
        <span class="switch-knob" />
      </span>
    </button>
  );
}
