import { t } from '../../src/platform/i18n';
import { Icon } from '../parts/icon';

export function VerifiedBadge({ verified }: { readonly verified: boolean }) {
  return verified ? (
    <span class="badge good">
      <Icon name="check" />
      <span>{t('verified')}</span>
    </span>
  ) : (
    <span class="badge">{t('notVerified')}</span>
  );
}
