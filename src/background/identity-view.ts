/** What Sotto's own pages are shown of an identity. */
import { armorCertificate } from '../openpgp/armor';
import type { CertificateBinary } from '../openpgp/types';
import type { IdentityView } from '../protocol/core';
import { chatName } from './chat-name';
import { defaultIdentity, identityPin } from './identities';
import { certificateToShow } from './own-identities';
import type { Contents, StoredIdentity } from './store/contents';

export async function identityView(identity: StoredIdentity, contents: Contents): Promise<IdentityView> {
  const { pin, name, fingerprint, version, algorithm, created, expires, revoked, revocation, hidden } =
    identity;
  const used = contents.conversations.filter(
    (conversation) => conversation.identity !== null && identityPin(contents, conversation) === pin,
  );
  const certificate: CertificateBinary = await certificateToShow(identity);
  return {
    identity: pin,
    name,
    fingerprint,
    version,
    algorithm,
    created,
    expires,
    revoked,
    hidden,
    changeable: revocation !== null,
    isDefault: defaultIdentity(contents).pin === pin,
    sites: contents.siteIdentities.filter((entry) => entry.identity === pin).map(({ site }) => site),
    chats: [...new Set(used.map(chatName))],
    certificate: armorCertificate(certificate),
  };
}
