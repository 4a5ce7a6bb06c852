import { enums, PacketList, type AnyPacket, type Key, type SignaturePacket, type Subkey } from 'openpgp';
import { settings } from './settings';

/** More signing subkeys than anybody has use for; the newest are kept. */
const MAX_SIGNING_SUBKEYS = 8;

/**
 * Primary key, one user ID, the encryption subkey and the valid signing subkeys, each with the newest valid
 * self-signature: what a chat needs of a certificate that was found usable at `date`. Binary.
 */
export async function minimalCertificate(
  key: Key,
  encryption: Key | Subkey,
  date: Date,
): Promise<Uint8Array> {
  const list = new PacketList<AnyPacket>();
  list.push(key.keyPacket, ...(await directSignature(key, date)), ...(await primaryUser(key, date)));
  const subkeys = key.subkeys.filter((subkey) => subkey === encryption);
  for (const subkey of [...subkeys, ...(await signingSubkeys(key, date))]) {
    list.push(subkey.keyPacket, await subkey.verify(date, settings));
  }
  return list.write();
}

/** In version 6 it carries the preferences, in version 4 it may carry an expiry that the user ID's does not. */
async function directSignature(key: Key, date: Date): Promise<SignaturePacket[]> {
  if (key.keyPacket.version === 6) return [await key.getPrimarySelfSignature(date, undefined, settings)];
  const valid: SignaturePacket[] = [];
  for (const signature of key.directSignatures) {
    const check = signature.verify(
      key.keyPacket,
      enums.signature.key,
      { key: key.keyPacket },
      date,
      false,
      settings,
    );
    if (
      await check.then(
        () => true,
        () => false,
      )
    ) {
      valid.push(signature);
    }
  }
  return valid.sort((a, b) => Number(b.created) - Number(a.created)).slice(0, 1);
}

/** Version 6 certificates may have none. */
async function primaryUser(key: Key, date: Date): Promise<AnyPacket[]> {
  const primary = await key.getPrimaryUser(date, undefined, settings).catch(() => null);
  return primary?.user.userID ? [primary.user.userID, primary.selfCertification] : [];
}

async function signingSubkeys(key: Key, date: Date): Promise<Subkey[]> {
  const usable = await Promise.all(
    key.subkeys.map(async (subkey) => {
      const found = await key.getSigningKey(subkey.getKeyID(), date, undefined, settings).catch(() => null);
      return found === subkey;
    }),
  );
  return key.subkeys
    .filter((_, i) => usable[i] === true)
    .sort((a, b) => Number(b.getCreationTime()) - Number(a.getCreationTime()))
    .slice(0, MAX_SIGNING_SUBKEYS);
}
