/** What a parsed certificate says about itself, for people and for choosing. */
import { enums, type AlgorithmInfo, type Key, type SignaturePacket } from 'openpgp';
import { safeName } from './name';
import { settings } from './settings';

const SEIPD2_FEATURE = 0x08;

/** Whether the self-signature advertises SEIPDv2 (RFC 9580 5.2.3.32) and AES-256-GCM for it (5.2.3.15). */
export function readsSeipd2({ features, preferredCipherSuites }: SignaturePacket): boolean {
  const gcm = preferredCipherSuites?.some(
    ([cipher, aead]) => cipher === enums.symmetric.aes256 && aead === enums.aead.gcm,
  );
  return ((features?.[0] ?? 0) & SEIPD2_FEATURE) !== 0 && gcm === true;
}

/** The primary user ID made safe to show; without one the start of the fingerprint. Does not throw. */
export async function nameOf(key: Key): Promise<string> {
  const primary = await key.getPrimaryUser(undefined, undefined, settings).catch(() => null);
  const name = safeName(primary?.user.userID?.userID ?? key.getUserIDs()[0] ?? '');
  return name === '' ? key.getFingerprint().slice(0, 16).toUpperCase() : name;
}

/** Such as "Ed25519 + X25519" or "RSA 4096": the primary key's and the encryption key's. */
export function algorithmText(primary: AlgorithmInfo, encryption: AlgorithmInfo): string {
  return [...new Set([algorithmName(primary), algorithmName(encryption)])].join(' + ');
}

function algorithmName({ algorithm, bits, curve }: AlgorithmInfo): string {
  if (algorithm.startsWith('rsa')) return `RSA ${bits ?? ''}`.trim();
  return names.get(curve ?? algorithm) ?? names.get(algorithm) ?? algorithm;
}

const names: ReadonlyMap<string, string> = new Map([
  ['ed25519Legacy', 'Ed25519'],
  ['curve25519Legacy', 'X25519'],
  ['eddsaLegacy', 'Ed25519'],
  ['ed25519', 'Ed25519'],
  ['x25519', 'X25519'],
  ['ed448', 'Ed448'],
  ['x448', 'X448'],
  ['nistP256', 'NIST P-256'],
  ['nistP384', 'NIST P-384'],
  ['nistP521', 'NIST P-521'],
  ['brainpoolP256r1', 'Brainpool P-256'],
  ['brainpoolP384r1', 'Brainpool P-384'],
  ['brainpoolP512r1', 'Brainpool P-512'],
]);
