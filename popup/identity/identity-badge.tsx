import { t } from '../../src/platform/i18n';
import type { IdentityView as Identity } from '../../src/protocol/core';
import { Icon } from '../parts/icon';

/** What is special about an identity, in a word; nothing about the usual one. */
export function IdentityBadge({ identity }: { readonly identity: Identity }) {
  const { hidden, revoked, expires, isDefault } = identity;
  if (hidden) return <Badge kind="bad" words={t('badgeDeleted')} />;
  if (revoked !== null) return <Badge kind="bad" words={t('badgeRevoked')} />;
  if (expires !== null && expires <= Date.now()) return <Badge kind="bad" words={t('badgeExpired')} />;
  return isDefault ? <Badge kind="good" words={t('badgeDefault')} /> : null;
}

function Badge({ kind, words }: { readonly kind: 'good' | 'bad'; readonly words: string }) {
  return (
    <span class={`badge ${kind}`}>
      <Icon name={kind === 'good' ? 'check' : 'alert'} />
      {words}
    </span>
  );
}
