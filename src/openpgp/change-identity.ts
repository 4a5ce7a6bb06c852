/**
 * Changes to a secret key of ours by new self-signatures. Those before stay in it, as each is what makes messages of its
 * time valid. Every function throws SottoError `key_primary_elsewhere` where the primary secret key is not here.
 */
import {
  enums,
  readPrivateKey,
  UserIDPacket,
  type Key,
  type PrivateKey,
  type SignaturePacket,
  type Subkey,
} from 'openpgp';
import { SottoError } from '../protocol/errors';
import { ownBytes } from './bytes';
import { packetsOf, partsOf, type KeyParts } from './key-parts';
import { safeName } from './name';
import { dateAfter, primarySecret, SELF_CERTIFICATION, signSelf } from './self-signature';
import { settings } from './settings';
import type { RevocationReason, SecretKeyBinary } from './types';

const DAY = 24 * 60 * 60 * 1000;

/**
 * Another name: a user ID of its own, the primary one from now on, and every other one withdrawn. Throws `bad_request`
 * when nothing showable is left of the name.
 */
export async function renameKey(
  secretKey: SecretKeyBinary,
  wanted: string,
  now: number,
): Promise<SecretKeyBinary> {
  const name = safeName(wanted);
  if (name === '') throw new SottoError('bad_request');
  const key = await parse(secretKey);
  const signer = primarySecret(key);
  const before = await key.getPrimaryUser(null, undefined, settings).catch(() => null);
  const userId = UserIDPacket.fromObject({ name });
  const date = dateAfter(signaturesOf(key), now);
  const change = { signatureType: SELF_CERTIFICATION, isPrimaryUserID: true };
  const signed = { key: signer, userID: userId };
  const certification = await signSelf(signer, signed, before?.selfCertification ?? null, change, date);
  const parts = partsOf(key);
  const others = parts.users.filter(({ id }) => (id as UserIDPacket).userID !== userId.userID);
  const same = parts.users.find(({ id }) => (id as UserIDPacket).userID === userId.userID);
  const users = [
    // A name that comes back: OpenPGP.js takes a withdrawal for final, so it goes.
    { id: userId, signatures: [certification, ...(same?.signatures ?? []).filter(isCertification)] },
    ...(await Promise.all(others.map((user) => withdraw(key, user, date)))),
  ];
  return write({ ...parts, users });
}

async function withdraw(
  key: PrivateKey,
  user: KeyParts['users'][number],
  date: Date,
): Promise<KeyParts['users'][number]> {
  const signer = primarySecret(key);
  if (user.signatures.some(({ signatureType }) => signatureType === enums.signature.certRevocation)) {
    return user;
  }
  const change = {
    signatureType: enums.signature.certRevocation,
    reasonForRevocationFlag: enums.reasonForRevocation.userIDInvalid,
    reasonForRevocationString: '',
  };
  const revocation = await signSelf(signer, { key: signer, userID: user.id }, null, change, date);
  return { ...user, signatures: [revocation, ...user.signatures] };
}

/**
 * Valid until `expires`, in milliseconds, or without end. What expired with the certificate, or later, follows; what
 * expires earlier by a day or more, or was revoked, stays as it is: it was meant to. Throws `validity_past`.
 */
export async function setValidity(
  secretKey: SecretKeyBinary,
  expires: number | null,
  now: number,
): Promise<SecretKeyBinary> {
  if (expires !== null && expires <= now) throw new SottoError('validity_past');
  const key = await parse(secretKey);
  const signer = primarySecret(key);
  const date = dateAfter(signaturesOf(key), now);
  const until = (created: Date) => ({
    keyExpirationTime: expires === null ? null : Math.ceil((expires - created.getTime()) / 1000),
    keyNeverExpires: expires === null,
  });
  const parts = partsOf(key);
  const validUntil = await expiryOf(key);
  const direct = newest(parts.direct);
  const users = parts.users.map(async (user) => {
    const last = newest(user.signatures.filter(isCertification));
    // In version 6 the direct signature says it (RFC 9580 10.1.1).
    if (key.keyPacket.version === 6 || !last || !user.signatures.every(isCertification)) return user;
    const signed = { key: signer, userID: user.id };
    const certification = await signSelf(signer, signed, last, until(key.getCreationTime()), date);
    return { ...user, signatures: [certification, ...user.signatures] };
  });
  const subkeys = key.subkeys.map(async (subkey, at) => {
    const part = parts.subkeys[at];
    const last = newest(subkey.bindingSignatures);
    if (!part || !last) throw new SottoError('unexpected');
    const ends = endOf(subkey, last);
    if (ends === null || ends < validUntil - DAY || subkey.revocationSignatures.length > 0) return part;
    const signed = { key: signer, bind: subkey.keyPacket };
    const binding = await signSelf(signer, signed, last, until(subkey.getCreationTime()), date);
    return { ...part, signatures: [binding, ...part.signatures] };
  });
  return write({
    ...parts,
    direct: direct
      ? [await signSelf(signer, { key: signer }, direct, until(key.getCreationTime()), date), ...parts.direct]
      : [],
    users: await Promise.all(users),
    subkeys: await Promise.all(subkeys),
  });
}

/** Revoked for this reason (RFC 9580 5.2.3.31). It still decrypts. */
export async function revokeKey(
  secretKey: SecretKeyBinary,
  reason: RevocationReason,
  now: number,
): Promise<SecretKeyBinary> {
  const key = await parse(secretKey);
  primarySecret(key);
  const revoked = await key.revoke({ flag: reasonFlags[reason] }, new Date(now), settings);
  return ownBytes(revoked.write()) as SecretKeyBinary;
}

const reasonFlags = {
  unspecified: enums.reasonForRevocation.noReason,
  superseded: enums.reasonForRevocation.keySuperseded,
  compromised: enums.reasonForRevocation.keyCompromised,
  retired: enums.reasonForRevocation.keyRetired,
} as const satisfies Record<RevocationReason, enums.reasonForRevocation>;

export function reasonOf(flag: enums.reasonForRevocation | null): RevocationReason {
  const found = Object.entries(reasonFlags).find(([, known]) => known === flag);
  return (found?.[0] as RevocationReason | undefined) ?? 'unspecified';
}

/** An armored certificate that revokes this key once it is published, without a reason. */
export async function revocationCertificate(key: PrivateKey, now: number): Promise<string> {
  primarySecret(key);
  const date = new Date(Math.max(now, key.getCreationTime().getTime()));
  const certificate = await (await key.revoke({}, date, settings)).getRevocationCertificate(date, settings);
  if (typeof certificate !== 'string') throw new SottoError('unexpected');
  return certificate;
}

/** A key of its own: the one that is parsed once and shared must not change. */
function parse(secretKey: SecretKeyBinary): Promise<PrivateKey> {
  return readPrivateKey({ binaryKey: secretKey, config: settings });
}

function write(parts: KeyParts): SecretKeyBinary {
  return ownBytes(packetsOf(parts).write()) as SecretKeyBinary;
}

function signaturesOf(key: Key): SignaturePacket[] {
  const { direct, users, subkeys } = partsOf(key);
  return [
    ...direct,
    ...users.flatMap(({ signatures }) => signatures),
    ...subkeys.flatMap(({ signatures }) => signatures),
  ];
}

/** In milliseconds: of the certificate or the encryption subkey that lasts longest, whichever is earlier. */
async function expiryOf(key: Key): Promise<number> {
  const primary = await key.getExpirationTime(undefined, settings);
  const subkeys = key.subkeys
    .filter(({ revocationSignatures }) => revocationSignatures.length === 0)
    .map((subkey) => endOf(subkey, newest(subkey.bindingSignatures)) ?? Infinity);
  return Math.min(primary === null ? Infinity : Number(primary), Math.max(...subkeys));
}

function endOf(subkey: Subkey, binding: SignaturePacket | null): number | null {
  const seconds = binding?.keyNeverExpires === false ? binding.keyExpirationTime : null;
  return seconds === null || seconds === undefined
    ? null
    : subkey.getCreationTime().getTime() + seconds * 1000;
}

function newest(signatures: readonly SignaturePacket[]): SignaturePacket | null {
  return [...signatures].sort((a, b) => Number(b.created) - Number(a.created))[0] ?? null;
}

function isCertification({ signatureType }: SignaturePacket): boolean {
  return signatureType !== enums.signature.certRevocation;
}
