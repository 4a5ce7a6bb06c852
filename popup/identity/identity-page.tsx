import { t } from '../../src/platform/i18n';
import type { IdentityView as Identity } from '../../src/protocol/core';
import { dateText } from '../core/date-text';
import { Note } from '../parts/note';
import { IdentityActions } from './identity-actions';
import { OwnCertificate } from './own-certificate';
import { WhereUsed } from './where-used';

type Props = { readonly identity: Identity; readonly onChanged: () => Promise<void> };

/** All about one identity, and all that can be done with it. */
export function IdentityPage({ identity, onChanged }: Props) {
  const { revoked, expires } = identity;
  return (
    <>
      {revoked !== null ? (
        <Note kind="bad">{t('revokedNote', dateText(revoked.at))}</Note>
      ) : expires !== null && expires <= Date.now() ? (
        <Note kind="bad">{t('expiredNote', dateText(expires))}</Note>
      ) : null}
      <OwnCertificate identity={identity} />
      <WhereUsed identity={identity} onChanged={onChanged} />
      <IdentityActions identity={identity} onChanged={onChanged} />
    </>
  );
}
