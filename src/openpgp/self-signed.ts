/** Only what a key's owner really said of it. */
import { enums, type Key, type SignaturePacket } from 'openpgp';
import { partsOf, type KeyParts } from './key-parts';
import { settings } from './settings';

const { signature: type } = enums;
/** Longer names than GnuPG makes are no names; each is carried in the vault for ever. */
const MAX_USER_ID_BYTES = 2048;
const MAX_USERS = 20;

/**
 * The parts of a key that its primary key signed, whenever that was: subkeys without a binding that verifies, names
 * that are not its own and signatures that are broken are gone. What is later signed anew then carries over no wish
 * but the owner's.
 */
export async function selfSigned(key: Key): Promise<KeyParts> {
  const parts = partsOf(key);
  const { primary } = parts;
  const check = (signatures: readonly SignaturePacket[], types: readonly enums.signature[], data: object) =>
    holding(signatures, (signature) => verifies(signature, primary, types, data));
  const users = parts.users.slice(0, MAX_USERS).map(async ({ id, signatures }) => ({
    id,
    signatures: await check(signatures, CERTIFYING, { key: primary, userID: id }),
  }));
  const subkeys = parts.subkeys.map(async ({ key: subkey, signatures }) => ({
    key: subkey,
    signatures: await check(signatures, BINDING, { key: primary, bind: subkey }),
  }));
  const isBound = (types: readonly enums.signature[]) => (part: { signatures: readonly SignaturePacket[] }) =>
    part.signatures.some(({ signatureType }) => signatureType !== null && types.includes(signatureType));
  return {
    primary,
    revocations: await check(parts.revocations, [type.keyRevocation], { key: primary }),
    direct: await check(parts.direct, [type.key], { key: primary }),
    users: (await Promise.all(users))
      .filter(isBound(CERTIFICATIONS))
      .filter(({ id }) => id.write().length <= MAX_USER_ID_BYTES),
    subkeys: (await Promise.all(subkeys)).filter(isBound([type.subkeyBinding])),
  };
}

const CERTIFICATIONS = [type.certGeneric, type.certPersona, type.certCasual, type.certPositive];
const CERTIFYING = [...CERTIFICATIONS, type.certRevocation];
const BINDING = [type.subkeyBinding, type.subkeyRevocation];

async function verifies(
  signature: SignaturePacket,
  primary: Key['keyPacket'],
  types: readonly enums.signature[],
  data: object,
): Promise<boolean> {
  const { signatureType } = signature;
  if (signatureType === null || !types.includes(signatureType)) return false;
  // The library takes every certification for one of the generic kind.
  const asked = CERTIFICATIONS.includes(signatureType) ? type.certGeneric : signatureType;
  return signature.verify(primary, asked, data, null, false, settings).then(
    () => true,
    () => false,
  );
}

async function holding<T>(list: readonly T[], test: (entry: T) => Promise<boolean>): Promise<T[]> {
  const results = await Promise.all(list.map(test));
  return list.filter((_, at) => results[at] === true);
}
