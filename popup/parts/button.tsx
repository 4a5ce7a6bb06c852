import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon';

type Props = {
  readonly children: ComponentChildren;
  readonly kind?: 'main' | 'plain' | 'quiet' | 'danger';
  readonly icon?: IconName;
  /** Working: says so to assistive software and takes no second press, but keeps the focus. */
  readonly busy?: boolean;
  /** Cannot be pressed now, for a reason said beside it; it stays in the tab order, so that the reason is found. */
  readonly unavailable?: boolean;
  readonly submit?: boolean;
  /** It opens and closes something below it, which is open now or not. */
  readonly expanded?: boolean;
  /** One of several of which one holds now. */
  readonly pressed?: boolean;
  readonly describedBy?: string;
  readonly onPress?: () => void;
};

export function Button({
  children,
  kind = 'plain',
  icon,
  busy = false,
  unavailable = false,
  submit = false,
  expanded,
  pressed,
  describedBy,
  onPress,
}: Props) {
  return (
    <button
      type={submit ? 'submit' : 'button'}
      class={busy ? `button ${kind} busy` : `button ${kind}`}
      aria-disabled={busy || unavailable}
      aria-describedby={describedBy}
      aria-expanded={expanded}
      aria-pressed={pressed}
      onClick={(event) => {
        if (busy || unavailable) event.preventDefault();
        else onPress?.();
      }}
    >
      {busy ? <span class="spinner" aria-hidden="true" /> : icon ? <Icon name={icon} /> : null}
      <span>{children}</span>
    </button>
  );
}
