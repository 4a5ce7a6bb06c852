/** A self-signature made again with something in it changed: what `reformatKey` does, without losing the rest. */
import { enums, SignaturePacket, type AnyPacket, type Key, type SecretKeyPacket, type Subkey } from 'openpgp';
import { SottoError } from '../protocol/errors';
import { settings } from './settings';
import { hashFor } from './signing-hash';

/** What a self-signature says of its owner's wishes; all else in it is of that one signature. */
const KEPT = [
  'signatureType',
  'keyFlags',
  'keyExpirationTime',
  'keyNeverExpires',
  'preferredSymmetricAlgorithms',
  'preferredHashAlgorithms',
  'preferredCompressionAlgorithms',
  'preferredAEADAlgorithms',
  'preferredCipherSuites',
  'keyServerPreferences',
  'preferredKeyServer',
  'policyURI',
  'isPrimaryUserID',
  'features',
  'embeddedSignature',
  'rawNotations',
] as const satisfies readonly (keyof SignaturePacket)[];

type Wishes = Partial<Pick<SignaturePacket, (typeof KEPT)[number]>>;

/** The data that is signed, by its role: as OpenPGP.js wants it. */
type Signed = { readonly key: AnyPacket; readonly userID?: AnyPacket; readonly bind?: AnyPacket };

/** @param before the signature whose wishes are taken over, or null for none of them */
export async function signSelf(
  signer: SecretKeyPacket,
  signed: Signed,
  before: SignaturePacket | null,
  change: Wishes,
  date: Date,
): Promise<SignaturePacket> {
  const signature = new SignaturePacket();
  if (before) Object.assign(signature, Object.fromEntries(KEPT.map((field) => [field, before[field]])));
  Object.assign(signature, change);
  signature.publicKeyAlgorithm = signer.algorithm;
  signature.hashAlgorithm = hashFor(signer);
  await signature.sign(signer, signed as unknown as AnyPacket, date, false, settings);
  return signature;
}

/**
 * When to date a new self-signature: now, and after all that it takes the place of, to whose second alone it is dated.
 */
export function dateAfter(signatures: readonly SignaturePacket[], now: number): Date {
  const latest = Math.max(0, ...signatures.map(({ created }) => created?.getTime() ?? 0));
  return new Date(Math.max(now, latest + 1000));
}

/** The primary secret key, with which alone a key can be changed. Throws SottoError `key_primary_elsewhere`. */
export function primarySecret(key: Key): SecretKeyPacket {
  if (!hasSecret(key)) throw new SottoError('key_primary_elsewhere');
  return key.keyPacket as SecretKeyPacket;
}

/** Whether the secret part itself is in this packet, not a note that it is kept on a card or another computer. */
export function hasSecret({ keyPacket }: Pick<Key | Subkey, 'keyPacket'>): boolean {
  return 'isMissingSecretKeyMaterial' in keyPacket && !keyPacket.isMissingSecretKeyMaterial();
}

export const SELF_CERTIFICATION = enums.signature.certPositive;
