import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon';

type Props = {
  readonly children: ComponentChildren;
  readonly kind?: 'main' | 'plain' | 'quiet' | 'danger';
  readonly icon?: IconName;
  /** Working: says so to assistive software and takes no second press, but keeps the focus. */
  readonly busy?: boolean;
  readonly submit?: boolean;
  readonly describedBy?: string;
  readonly onPress?: () => void;
};

export function Button({
  children,
  kind = 'plain',
  icon,
  busy = false,
  submit = false,
  describedBy,
  onPress,
}: Props) {
  return (
    <button
      type={submit ? 'submit' : 'button'}
      class={`button ${kind}`}
      aria-disabled={busy}
      aria-describedby={describedBy}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onPress?.();
      }}
    >
      {busy ? <span class="spinner" aria-hidden="true" /> : icon ? <Icon name={icon} /> : null}
      <span>{children}</span>
    </button>
  );
}
