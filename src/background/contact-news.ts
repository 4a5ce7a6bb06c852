/** What a certificate of somebody known says in addition to what was known of it: a name, a validity, a revocation. */
import { inspectCertificates } from '../openpgp/certificate';
import { mergeCertificates } from '../openpgp/certificate-history';
import type { Revocation } from '../openpgp/revoked';
import type { CertificateSummary } from '../openpgp/types';
import { pickSummary } from './conversations';
import type { Contents, StoredContact } from './store/contents';

/**
 * The same contents where it says nothing new. An older certificate, which a page may show again at any time, takes
 * nothing away. `summary` is of a certificate that was found usable.
 */
export async function withNewsOf(
  contents: Contents,
  summary: CertificateSummary,
  now: number,
): Promise<Contents> {
  const known = contents.contacts.find(({ pin }) => pin === summary.pin);
  if (!known) return contents;
  const certificate = await mergeCertificates(known.certificate, summary.certificate);
  if (certificate === known.certificate) return contents;
  const [merged] = await inspectCertificates(certificate, now);
  return merged ? withContactChanged(contents, known, { ...pickSummary(merged), certificate }) : contents;
}

/** Once revoked is revoked for good; only that it fell into other hands is news after another reason. */
export function withRevocation(contents: Contents, { pin, at, reason }: Revocation): Contents {
  const known = contents.contacts.find((contact) => contact.pin === pin);
  const isNews = known?.revoked?.reason !== 'compromised' && reason === 'compromised';
  if (!known || (known.revoked && !isNews)) return contents;
  return withContactChanged(contents, known, { revoked: { at, reason } });
}

function withContactChanged(
  contents: Contents,
  known: StoredContact,
  change: Partial<StoredContact>,
): Contents {
  const contacts = contents.contacts.map((contact) =>
    contact === known ? { ...known, ...change } : contact,
  );
  return { ...contents, contacts };
}
