import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon';

type Kind = 'plain' | 'good' | 'warn' | 'bad';
const icons: Record<Kind, IconName> = { plain: 'chat', good: 'check', warn: 'alert', bad: 'alert' };

/** A sentence set apart, with an icon so that colour is not all it has. */
export function Note({ kind, children }: { readonly kind: Kind; readonly children: ComponentChildren }) {
  return (
    <div class={`note ${kind}`}>
      <Icon name={icons[kind]} />
      <div>{children}</div>
    </div>
  );
}
