/**
 * Certificates with their earlier self-signatures. A signature is judged by what the certificate said when it was made,
 * so one that was renamed or renewed must go on saying what it said before.
 */
import { enums, type SignaturePacket } from 'openpgp';
import { equalBytes, ownBytes } from './bytes';
import { packetsOf, partsOf, type KeyParts } from './key-parts';
import { parseCertificate, parseSecretKey } from './parsed';
import type { CertificateBinary, SecretKeyBinary } from './types';

const own = new WeakMap<SecretKeyBinary, Promise<CertificateBinary>>();

/** Everything public of a secret key of ours but what was withdrawn: what our own messages are verified with. */
export function historyOf(secretKey: SecretKeyBinary): Promise<CertificateBinary> {
  let history = own.get(secretKey);
  if (history === undefined) {
    history = parseSecretKey(secretKey).then((key) => write(withoutWithdrawals(partsOf(key.toPublic()))));
    own.set(secretKey, history);
  }
  return history;
}

/**
 * `known` with what `newer` says in addition; `known` itself when that is nothing. Both are certificates of one
 * primary key, and hold only what that key signed: nothing is verified here. OpenPGP.js' own `update` would not do: it
 * loses revocations.
 */
export async function mergeCertificates(
  known: CertificateBinary,
  newer: CertificateBinary,
): Promise<CertificateBinary> {
  const [before, after] = await Promise.all([known, newer].map(parseCertificate));
  if (!before || !after) return known;
  const [a, b] = [partsOf(before), partsOf(after)];
  const merged = withoutWithdrawals({
    primary: a.primary,
    revocations: [],
    direct: join(a.direct, b.direct),
    users: joinBy(a.users, b.users, ({ id }) => id.write()),
    subkeys: joinBy(a.subkeys, b.subkeys, ({ key }) => key.write()),
  });
  return count(merged) === count(withoutWithdrawals(a)) ? known : write(merged);
}

/**
 * Without revoked names: OpenPGP.js remembers of a signature that it was withdrawn, and then takes it for withdrawn at
 * every earlier time too. The newest name is the primary one anyway.
 */
function withoutWithdrawals(parts: KeyParts): KeyParts {
  const isKept = ({ signatureType }: SignaturePacket) => signatureType !== enums.signature.certRevocation;
  return {
    ...parts,
    revocations: [],
    users: parts.users.map((user) => ({ ...user, signatures: user.signatures.filter(isKept) })),
  };
}

function joinBy<T extends { readonly signatures: readonly SignaturePacket[] }>(
  a: readonly T[],
  b: readonly T[],
  name: (part: T) => Uint8Array,
): T[] {
  const isSame = (one: T, other: T) => equalBytes(name(one), name(other));
  const joined = a.map((part) => ({
    ...part,
    signatures: join(part.signatures, b.find((other) => isSame(part, other))?.signatures ?? []),
  }));
  return [...joined, ...b.filter((part) => !a.some((other) => isSame(part, other)))];
}

function join(a: readonly SignaturePacket[], b: readonly SignaturePacket[]): SignaturePacket[] {
  const known = a.map((signature) => signature.write());
  return [...a, ...b.filter((signature) => !known.some((bytes) => equalBytes(bytes, signature.write())))];
}

function count(parts: KeyParts): number {
  return packetsOf(parts).length;
}

function write(parts: KeyParts): CertificateBinary {
  return ownBytes(packetsOf(parts).write()) as CertificateBinary;
}
