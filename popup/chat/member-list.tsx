import { useState } from 'preact/hooks';
import { t } from '../../src/platform/i18n';
import type { Member } from '../../src/protocol/core';
import { CompareDialog } from '../contacts/compare-dialog';
import { VerifiedBadge } from '../contacts/verified-badge';
import type { Surface } from '../core/surface';
import { Button } from '../parts/button';
import { Fingerprint } from '../parts/fingerprint';

type Props = {
  readonly surface: Surface;
  readonly members: readonly Member[];
  readonly own: string | null;
  readonly onChanged: () => Promise<void>;
};

/** Who can read this chat, each by the certificate that is pinned here. */
export function MemberList({ surface, members, own, onChanged }: Props) {
  const [comparing, setComparing] = useState<string | null>(null);
  const compared = members.find(({ contact }) => contact === comparing);
  if (members.length === 0) return <p class="soft">{t('membersNone')}</p>;
  return (
    <>
      <ul class="list">
        {members.map((member) => (
          <li key={member.contact} class="list-item">
            <div class="row-between">
              <strong class="name">{member.name}</strong>
              <VerifiedBadge verified={member.verified} />
            </div>
            <Fingerprint value={member.fingerprint} />
            <Problem problem={member.problem} />
            <Button describedBy={`member-${member.contact}`} onPress={() => setComparing(member.contact)}>
              {t('compare')}
            </Button>
            <span id={`member-${member.contact}`} class="unseen">
              {member.name}
            </span>
          </li>
        ))}
      </ul>
      {compared === undefined ? null : (
        <CompareDialog
          surface={surface}
          person={{ ...compared, isVerified: compared.verified, own }}
          onChanged={onChanged}
          onClose={() => setComparing(null)}
        />
      )}
    </>
  );
}

function Problem({ problem }: { readonly problem: Member['problem'] }) {
  if (problem === null || problem === 'changed_key') return null;
  return (
    <p class="small bad-text">
      {problem === 'certificate_expired' ? t('problemExpired') : t('problemRevoked')}
    </p>
  );
}
