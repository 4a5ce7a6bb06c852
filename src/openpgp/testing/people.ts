/** Identities and messages for the tests of this folder. */
import { config, generateKey } from 'openpgp';
import { deriveConversationId, hashRecipients, NO_PREVIOUS } from '../binding';
import { inspectCertificates } from '../certificate';
import { encryptMessage, type EncryptedMessage } from '../encrypt';
import { generateIdentity } from '../identity';
import type {
  Binding,
  CertificateBinary,
  CertificateSummary,
  DeviceId,
  Identity,
  SecretKeyBinary,
} from '../types';

/** Some second in the past, so that tests can look a little ahead. */
export const NOW = Date.UTC(2026, 4, 3, 12, 0, 0);

export type Person = Identity & { readonly summary: CertificateSummary };

export async function person(name: string, version: 4 | 6 = 4, now = NOW - 60_000): Promise<Person> {
  const identity = await generateIdentity({ name, version, now });
  return { ...identity, summary: await summaryOf(identity.certificate, now) };
}

export async function summaryOf(input: Uint8Array | string, now = NOW): Promise<CertificateSummary> {
  const [summary, another] = await inspectCertificates(input, now);
  if (summary === undefined || another !== undefined) throw new Error('expected one certificate');
  return summary;
}

/** A certificate that does not know SEIPDv2, as older programs make them. */
export async function olderCertificate(
  options: { keyExpirationTime?: number } = {},
): Promise<CertificateBinary> {
  const { publicKey } = await generateKey({
    userIDs: { name: 'Older' },
    date: new Date(NOW - 120_000),
    format: 'binary',
    config: { ...config, aeadProtect: false },
    ...options,
  });
  return new Uint8Array(publicKey) as CertificateBinary;
}

/** RSA signs with hashes that are too weak for Ed25519. */
export async function rsaPerson(): Promise<Person> {
  const { privateKey, publicKey, revocationCertificate } = await generateKey({
    type: 'rsa',
    rsaBits: 2048,
    userIDs: { name: 'Rsa' },
    date: new Date(NOW - 60_000),
    format: 'binary',
  });
  return {
    secretKey: new Uint8Array(privateKey) as SecretKeyBinary,
    certificate: new Uint8Array(publicKey) as CertificateBinary,
    revocation: revocationCertificate,
    summary: await summaryOf(publicKey),
  };
}

export async function bindingBetween(
  ...people: readonly { summary: CertificateSummary }[]
): Promise<Binding> {
  const pins = people.map(({ summary }) => summary.pin);
  return {
    conversation: await deriveConversationId('example', pins),
    device: '00112233445566ff' as DeviceId,
    sequence: 7,
    previous: NO_PREVIOUS,
    recipients: await hashRecipients(pins),
    edit: false,
  };
}

export async function write(
  text: string,
  from: Person,
  to: readonly CertificateBinary[],
  now = NOW,
): Promise<EncryptedMessage> {
  return encryptMessage({
    text,
    members: to,
    secretKey: from.secretKey,
    certificate: from.certificate,
    binding: await bindingBetween(from),
    now,
  });
}
